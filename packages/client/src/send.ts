/** Sends decisions in one request, or in several where they are too many or too large. */
import { ask, type Server } from './ask.ts';
import type { KeyedDecision, Outcome } from './decision.ts';
import { ClientError } from './errors.ts';

/** What the server says of a decision. */
export type Answered = Exclude<Outcome, { state: 'spooled' }>;

const mostTogether = 1000;
const mostBytes = 8 * 1024 * 1024;
/** Statuses that are about what was sent, not about who sent it or when. */
const aboutContent: ReadonlySet<number | null> = new Set([400, 413, 422]);

/**
 * What became of each decision, in order.
 * @throws ClientError where the server is down or does not let us record
 */
export async function send(
  server: Server,
  system: string,
  decisions: readonly KeyedDecision[],
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const part of partsOf(decisions)) answers.push(...(await sendPart(server, system, part)));
  return answers;
}

/** Runs of decisions that fit into a request. */
export function partsOf<T>(decisions: readonly T[]): T[][] {
  const parts: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of decisions) {
    const own = JSON.stringify(one).length * 3;
    const part = parts.at(-1);
    if (part === undefined || part.length >= mostTogether || bytes + own > mostBytes) {
      parts.push([one]);
      bytes = own;
    } else {
      part.push(one);
      bytes += own;
    }
  }
  return parts;
}

async function sendPart(server: Server, system: string, part: readonly KeyedDecision[]): Promise<Answered[]> {
  const path = `/api/v1/systems/${encodeURIComponent(system)}/decisions/batch`;
  try {
    const answer = await ask(server, { method: 'POST', path, body: JSON.stringify({ decisions: part }) });
    return answersOf(answer, part.length);
  } catch (error) {
    if (!(error instanceof ClientError) || !aboutContent.has(error.status)) throw error;
    if (part.length === 1)
      return [
        {
          state: 'refused',
          reason: `${error.code}/${error.reason}`,
          title: error.message,
          params: error.params,
        },
      ];
    const half = Math.ceil(part.length / 2);
    return [
      ...(await sendPart(server, system, part.slice(0, half))),
      ...(await sendPart(server, system, part.slice(half))),
    ];
  }
}

type Told =
  | { readonly index: number; readonly leaf: string; readonly repeated?: true }
  | { readonly reason: string; readonly title: string; readonly params: Readonly<Record<string, unknown>> };

/** An answer that does not speak of each decision says nothing of any. */
function answersOf(answer: unknown, expected: number): Answered[] {
  const told = (answer as { readonly decisions?: readonly Told[] } | null)?.decisions;
  if (!Array.isArray(told) || told.length !== expected)
    throw new ClientError('OMBUD_CLIENT_DOWN', 'not-an-answer');
  return (told as readonly Told[]).map((one) =>
    'index' in one
      ? { state: 'recorded', index: one.index, leaf: one.leaf, repeated: one.repeated === true }
      : { state: 'refused', reason: one.reason, title: one.title, params: one.params },
  );
}
