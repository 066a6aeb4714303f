/** Each look at a person's data is recorded before anything is shown, and is shown to that person. */
import type { Statements } from '@ombud/app';
import type { IndexRange } from '@ombud/kernel';
import type { Services } from '../services.ts';
import { actorOf, type Principal } from './roles.ts';
import { accessTables } from './tables.ts';

const mostTogether = 500;

/** What is looked at. */
export interface Looked {
  readonly system: string;
  /** Entries of decisions. */
  readonly about: readonly number[];
  /** Which parts are shown: `payload`, `inputs`, `attributes`, `name`. */
  readonly parts: readonly string[];
  readonly why: string;
}

/** A look as it is listed. */
export interface Look {
  readonly entry: number;
  readonly about: number;
  readonly by: string;
  readonly at: string;
  readonly parts: readonly string[];
  readonly why: string;
}

/**
 * Records looks; one transaction for all of them.
 * @example await recordLook(services, who, { system, about: [index], parts: ['payload'], why }); // then show it
 */
export const recordLook = (services: Services, who: Principal, looked: Looked): Promise<void> =>
  keepLooks(services, actorOf(who), looked);

/** Whoever enters with the code of a letter: as whom. Others may know the code and the second thing, and the person sees it. */
export type Visitor = 'person' | 'representative';

/** Records that a case was entered with a code. */
export const recordVisit = (
  services: Services,
  by: Visitor,
  { system, decision }: { readonly system: string; readonly decision: number },
): Promise<void> =>
  keepLooks(services, by, { system, about: [decision], parts: ['payload'], why: 'entered' });

/** Whether a look is that of somebody who entered with a code. */
export const isVisit = ({ by }: Pick<Look, 'by'>): boolean => by === 'person' || by === 'representative';

async function keepLooks(
  { state, context }: Services,
  by: string,
  { system, about, parts, why }: Looked,
): Promise<void> {
  const at = new Date(context.now()).toISOString();
  const payload = { at, by, parts: [...parts], why };
  const drafts = about.map((index) => ({ kind: 'look' as const, system, about: index, payload }));
  if (drafts.length === 0) return;
  await state.record(drafts, async (tx, entries) => {
    const rows = entries.map(({ index }, i) => ({
      entry: index,
      about: about[i] ?? -1,
      by,
      at,
      parts: parts.join(','),
      why,
    }));
    for (let from = 0; from < rows.length; from += mostTogether)
      await tx
        .of(accessTables)
        .insertInto('looks')
        .values(rows.slice(from, from + mostTogether))
        .execute();
  });
}

/** Who looked at these decisions, newest first. */
export async function looksAt({ state }: Services, about: readonly number[]): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (let at = 0; at < about.length; at += mostTogether) {
    const rows = await state
      .of(accessTables)
      .selectFrom('looks')
      .selectAll()
      .where('about', 'in', about.slice(at, at + mostTogether))
      .execute();
    looks.push(...rows.map(({ parts, ...row }) => ({ ...row, parts: parts.split(',') })));
  }
  return looks.sort((a, b) => b.entry - a.entry);
}

/** Forgets why somebody looked at what is erased: a reason is written about a person. That there was a look stays in the log. */
export async function forgetLooks(tx: Statements, erased: readonly IndexRange[]): Promise<void> {
  for (const [first, last] of erased)
    await tx
      .of(accessTables)
      .deleteFrom('looks')
      .where('about', '>=', first)
      .where('about', '<=', last)
      .execute();
}

/** The newest looks of all. */
export async function newestLooks({ state }: Services, most: number): Promise<readonly Look[]> {
  const rows = await state
    .of(accessTables)
    .selectFrom('looks')
    .selectAll()
    .orderBy('entry', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ parts, ...row }) => ({ ...row, parts: parts.split(',') }));
}
