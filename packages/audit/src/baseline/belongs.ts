import type { Baseline, GroupRole, Result } from '@ombud/contract';
import { aboutOf } from './baseline-of.ts';

type About = Baseline['about'];

/** What two things are about that are not the same; a key of the catalogue, under `baseline/other`. */
export type Other = keyof About;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What one side does not say is no contradiction. */
const agree = (a: unknown, b: unknown): boolean => a === null || b === null || same(a, b);

/** Attributes may be added or left out; one that both have means the same in both, and there is one. */
function sameGroups(a: readonly GroupRole[], b: readonly GroupRole[]): boolean {
  const shared = a.flatMap((one) => {
    const other = b.find(({ column }) => column === one.column);
    return other === undefined ? [] : [[one, other]];
  });
  return shared.length > 0 && shared.every(([one, other]) => same(one, other));
}

const checks: readonly (readonly [Other, (known: About, now: About) => boolean])[] = [
  ['system', (known, now) => agree(known.system, now.system)],
  ['decision', (known, now) => same(known.decision, now.decision)],
  ['outcome', (known, now) => agree(known.outcome, now.outcome)],
  ['favourable', (known, now) => same(known.favourable, now.favourable)],
  ['groups', (known, now) => sameGroups(known.groups, now.groups)],
  ['count', (known, now) => known.count === now.count],
  ['weight', (known, now) => known.weight === now.weight],
  ['policy', (known, now) => known.policy.some((source) => now.policy.includes(source))],
];

/** In what a baseline is about something else than a result; null where it belongs to it. */
export function otherThan(result: Result, { about }: Baseline): Other | null {
  const now = aboutOf(result);
  return checks.find(([, holds]) => !holds(about, now))?.[0] ?? null;
}
