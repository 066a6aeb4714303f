/** What the search of a remedy found, and how whoever approves names it: nobody approves another than the one that they read. */
import type { Money } from '@ombud/kernel';
import type { MatterOf } from './parts.ts';

/** One search of one remedy with what it would pay, as it is named by whoever supports, approves or rejects it. */
export interface NamedSearch {
  readonly remedy: string;
  /** The how manyth search of the remedy. */
  readonly search: number;
  /** SHA-256 of its query; null before any search. */
  readonly digest: string | null;
  readonly people: number;
  /** The sum for each. */
  readonly flat: Money | null;
}

/** The newest search of a remedy, as it is to be named. */
export const namedSearch = ({ id, data }: Pick<MatterOf<'remedy'>, 'id' | 'data'>): NamedSearch => ({
  remedy: id,
  search: data.search,
  digest: data.queryDigest,
  people: data.people,
  flat: data.flat,
});

const named: ReadonlySet<string> = new Set(['support', 'approve', 'reject']);

/** Whether an event is an opinion on a search, and so names it. */
export const namesSearch = (event: string): boolean => named.has(event);

/** Whether what somebody names is the newest search of a remedy, with its sum. */
export function isNewest(remedy: Pick<MatterOf<'remedy'>, 'id' | 'data'>, told: NamedSearch): boolean {
  const { flat, ...now } = namedSearch(remedy);
  return (
    told.remedy === now.remedy &&
    told.search === now.search &&
    told.digest === now.digest &&
    told.people === now.people &&
    told.flat?.minor === flat?.minor &&
    told.flat?.currency === flat?.currency
  );
}
