/**
 * Commits many texts at once, in four lanes of a vector (docs/adr/0082): a text that is committed by itself has too few fields to fill
 * them.
 */
import type { JsonObject } from '@ombud/kernel';
import { memoryOfItsOwn } from '../lines/assembly.ts';
import { committedLine, openLines, roomForLines } from '../lines/secret-cursor.ts';
import { commitText } from './commit-text.ts';
import { type CommitmentLabel, commitmentOf, fieldsOf } from './commitment.ts';
import type { Secret } from './draft.ts';

/** Fewer are sooner committed one by one. */
const worthLanes = 8;
/** Texts that are laid out together, and the longest of them: the memory is never given back. */
const [mostTogether, longest] = [256, 1 << 14];

/** Nobody else lays it out anew: a page of a reader holds while others have their turn. */
const layOut = memoryOfItsOwn();

/** The commitment of one text. */
export function commitSecret(label: CommitmentLabel, { body, salt }: Secret): string {
  const committed = commitText(label, body, () => salt);
  return committed?.commitment ?? commitmentOf(label, fieldsOf(JSON.parse(body) as JsonObject).fields, salt);
}

/** The commitments of many. */
export function commitSecrets(label: CommitmentLabel, secrets: readonly Secret[]): string[] {
  const commitments: string[] = [];
  for (let at = 0; at < secrets.length; at += mostTogether)
    commitments.push(...commitTogether(label, secrets.slice(at, at + mostTogether)));
  return commitments;
}

function commitTogether(label: CommitmentLabel, secrets: readonly Secret[]): readonly string[] {
  const isShort = ({ body }: Secret): boolean => body.length <= longest;
  const together = secrets.length >= worthLanes && secrets.every(isShort) ? inLanes(label, secrets) : null;
  return together ?? secrets.map((secret) => commitSecret(label, secret));
}

/** Null where they have to be committed one by one. */
function inLanes(label: CommitmentLabel, secrets: readonly Secret[]): string[] | null {
  const lines = {
    indexes: null,
    abouts: null,
    bodies: Buffer.from(secrets.map(({ body }) => body).join('\n')),
    salts: Buffer.from(secrets.map(({ salt }) => salt).join('\n')),
  };
  const machine = layOut(roomForLines(lines, secrets.length));
  const cursor = openLines(machine, label, lines, secrets.length);
  if (cursor === null) return null;
  const commitments = secrets.map((secret) => committedLine(machine, cursor) ?? commitSecret(label, secret));
  // What is recorded is recorded for good: one of them is made both ways.
  const [secret, commitment] = [secrets[0], commitments[0]];
  return secret === undefined || commitSecret(label, secret) === commitment ? commitments : null;
}
