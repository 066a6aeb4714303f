/** Incidents that also run against a server: which, and what there is to say of each, as codes and numbers. */
import { stageOfqual } from './ofqual.ts';
import { stageRobertWilliams } from './robert-williams.ts';
import { stageRobodebt } from './robodebt.ts';

/** One sentence of what came of a run: its code in the words (`staged/CODE`) and its parameters. */
export interface StagedLine {
  readonly code: string;
  readonly params: Readonly<Record<string, number | string>>;
}

const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en', { style: 'currency', currency: 'AUD', currencyDisplay: 'narrowSymbol' });

async function robodebt(): Promise<readonly StagedLine[]> {
  const figures = await stageRobodebt();
  const { known, wronglyCollected, refunded, checked: _, ...counts } = figures;
  const [half = 0, turns = 0] = known;
  const params = {
    ...counts,
    half: dollars(half),
    turns: dollars(turns),
    taken: dollars(wronglyCollected),
    refunded: dollars(refunded),
  };
  return [
    'robodebt-part',
    'robodebt-appeals',
    'robodebt-breaker',
    'robodebt-remedy',
    'robodebt-known',
    'entries',
  ].map((code) => ({ code, params }));
}

async function ofqual(): Promise<readonly StagedLine[]> {
  const params = { ...(await stageOfqual()) };
  return ['ofqual-recorded', 'ofqual-appeals', 'ofqual-remedy', 'entries'].map((code) => ({ code, params }));
}

async function robertWilliams(): Promise<readonly StagedLine[]> {
  const { entries, ...tries } = await stageRobertWilliams();
  const lines = Object.entries(tries).map(([code, guard]) => ({
    code: `williams-${code}${guard === null ? '-done' : ''}`,
    params: { guard: guard ?? '' },
  }));
  return [...lines, { code: 'entries', params: { entries } }];
}

const staged: Readonly<Record<string, () => Promise<readonly StagedLine[]>>> = {
  robodebt,
  'ofqual-2020': ofqual,
  'robert-williams': robertWilliams,
};

/** Whether an incident also runs against a server. */
export const isStaged = (id: string): boolean => Object.hasOwn(staged, id);

/**
 * Runs an incident against a server on loopback, in a folder that is gone afterwards.
 * @returns what came of it; nothing where the incident has no such run
 * @example for (const { code, params } of await stageIncident('robodebt')) print(say(language, `staged/${code}`, params));
 */
export const stageIncident = async (id: string): Promise<readonly StagedLine[]> =>
  (await staged[id]?.()) ?? [];
