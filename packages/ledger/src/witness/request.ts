/** The body of `POST add-checkpoint` (C2SP tlog-witness): `old N`, proof lines, a blank line, the signed checkpoint. */
import { decodeBase64, encodeBase64 } from '@ombud/kernel';

export interface AddCheckpoint {
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
}

const maxProof = 63;
const digestBytes = 32;

export function formatRequest({ old, proof, checkpoint }: AddCheckpoint): string {
  return `${[`old ${old}`, ...proof.map(encodeBase64)].join('\n')}\n\n${checkpoint}`;
}

/** Takes a body apart, or gives null where it is malformed. */
export function parseRequest(body: string): AddCheckpoint | null {
  const split = body.indexOf('\n\n');
  if (split < 0) return null;
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const [, digits] = /^old (0|[1-9][0-9]{0,15})$/.exec(first) ?? [];
  const old = Number(digits ?? Number.NaN);
  const proof = lines.map(decodeBase64);
  if (!Number.isSafeInteger(old) || proof.length > maxProof) return null;
  const hashes = proof.filter((hash) => hash?.length === digestBytes);
  if (hashes.length !== proof.length) return null;
  return { old, proof: hashes as Uint8Array[], checkpoint: body.slice(split + 2) };
}
