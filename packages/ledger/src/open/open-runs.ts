/** All runs of a log, opened by as many threads as there are processors, and parsed. */
import type { JsonObject } from '@ombud/kernel';
import type { Store } from '../store/store.ts';
import { inThreads, type Run, runEntries, runsFor } from '../worker/run-threads.ts';
import { type OpenedRun, openRun, type RunRules } from './open-run.ts';

/** A run with the payloads and attributes of its decisions. */
export interface ParsedRun extends Run, Omit<OpenedRun, 'payloads' | 'attributes'> {
  readonly payloads: readonly JsonObject[];
  readonly attributes: readonly JsonObject[];
}

/**
 * Opens the entries below `size`, run by run and in their order.
 *
 * @param threads so many share the work, 0 for none; as many as there are processors where left out
 */
export async function* openRuns(
  store: Store,
  size: number,
  rules: RunRules,
  threads?: number,
): AsyncGenerator<ParsedRun> {
  const whole = runsFor(0, size, threads);
  let next = 0;
  const answers = whole === null ? [] : inThreads<RunRules, OpenedRun>(store, 'open', whole, rules, threads);
  for await (const { first, end, found } of answers) {
    const run = { first, end };
    yield await parsed(store, run, rules, found ?? (await openRun(store, { ...run, ...rules })));
    next = end;
  }
  for (; next < size; next += runEntries) {
    const run = { first: next, end: Math.min(size, next + runEntries) };
    yield await parsed(store, run, rules, await openRun(store, { ...run, ...rules }));
  }
}

async function parsed(store: Store, run: Run, rules: RunRules, opened: OpenedRun): Promise<ParsedRun> {
  const parsedAll = parsedTexts(opened);
  if (parsedAll !== null) return { ...run, ...opened, ...parsedAll };
  // Somebody committed what is no JSON: now each text is looked at for itself.
  const strict = await openRun(store, { ...run, ...rules }, true);
  return { ...run, ...strict, ...textsOf(strict) };
}

type Texts = Pick<ParsedRun, 'payloads' | 'attributes'>;

const textsOf = ({ payloads, attributes }: OpenedRun): Texts => ({
  payloads: JSON.parse(payloads) as JsonObject[],
  attributes: JSON.parse(attributes) as JsonObject[],
});

/** One call of the parser for all texts, which is quicker than one for each; null where one of them is no JSON. */
function parsedTexts(opened: OpenedRun): Texts | null {
  try {
    return textsOf(opened);
  } catch {
    return null;
  }
}
