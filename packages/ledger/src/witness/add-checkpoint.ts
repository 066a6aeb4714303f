/** What a witness answers to a checkpoint. The rules are those of C2SP tlog-witness, in its order. */

import { equalBytes, isOmbudError } from '@ombud/kernel';
import {
  type Checkpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  type VerifierKey,
  verifyGrowth,
} from '@ombud/tlog';
import { cosign } from '@ombud/tlog/tree';
import { type AddCheckpoint, parseRequest } from './request.ts';
import type { SeenTree, WitnessState } from './state.ts';

export interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

const textAnswer = (status: Answer['status'], body: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
});
const conflict = (size: number): Answer => ({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` });

/**
 * Checks a checkpoint against what was seen of its log and, where the log only grew, remembers and cosigns it.
 *
 * @param logs verifier keys of the logs that are witnessed
 * @param now seconds since 1970
 */
export function answer(
  body: string,
  state: WitnessState,
  logs: readonly VerifierKey[],
  now: () => number,
): Answer {
  const request = parseRequest(body);
  const checkpoint = request === null ? null : unverified(request.checkpoint);
  if (request === null || checkpoint === null)
    return textAnswer(400, 'The request is not an add-checkpoint request.');
  const keys = logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return textAnswer(404, 'This log is not witnessed here.');
  const opened = openSigned(request.checkpoint, keys);
  if (opened === null) return textAnswer(403, 'The checkpoint is not signed by its log.');
  if (request.old > checkpoint.size) return textAnswer(400, 'The old size is larger than the checkpoint.');
  return judge(request, opened, state, now);
}

function judge(
  { old, proof }: AddCheckpoint,
  opened: OpenedCheckpoint,
  state: WitnessState,
  now: () => number,
): Answer {
  const next = opened.checkpoint;
  const seen = state.seen(next.origin);
  const size = seen?.size ?? 0;
  if (old !== size) return conflict(size);
  if (seen !== null && old === next.size && !equalBytes(seen.root, next.root)) return conflict(size);
  if (seen !== null ? !grew(seen, next, proof) : proof.length > 0)
    return textAnswer(422, 'The proof does not show that the log only grew.');
  const advanced = state.advance(next.origin, seen, { size: next.size, root: next.root });
  if (!advanced) return conflict(state.seen(next.origin)?.size ?? 0);
  const line = cosign(opened.text, state.signer, now());
  return { status: 200, type: 'text/plain; charset=utf-8', body: line };
}

function grew(seen: SeenTree, next: Checkpoint, proof: readonly Uint8Array[]): boolean {
  try {
    verifyGrowth({ origin: next.origin, ...seen }, next, proof);
    return true;
  } catch (error) {
    if (isOmbudError(error)) return false;
    throw error;
  }
}

function unverified(note: string): Checkpoint | null {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    if (isOmbudError(error)) return null;
    throw error;
  }
}

function openSigned(note: string, keys: readonly VerifierKey[]): OpenedCheckpoint | null {
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    if (isOmbudError(error)) return null;
    throw error;
  }
}
