/** Days, weeks from Monday, and months, in UTC. */

import type { everies } from '@ombud/contract';

/** How long a period is. */
export type Every = (typeof everies)[number];

/** A period that has ended: from its first instant to the first one after it, ISO 8601. */
export interface EndedPeriod {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const daysOfWeek = 7;
const monday = 1;

/** The first instant of the period that holds one. */
function startOf(every: Every, at: Date): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  switch (every) {
    case 'day':
      return new Date(Date.UTC(year, month, day));
    case 'week':
      return new Date(Date.UTC(year, month, day - ((at.getUTCDay() - monday + daysOfWeek) % daysOfWeek)));
    case 'month':
      return new Date(Date.UTC(year, month));
  }
}

/** The newest periods that ended after `since`, oldest first. */
export function endedPeriods(every: Every, since: string, now: number, most = 12): readonly EndedPeriod[] {
  const ended: EndedPeriod[] = [];
  let to = startOf(every, new Date(now));
  while (ended.length < most && to.getTime() > Date.parse(since)) {
    const from = startOf(every, new Date(to.getTime() - dayMs));
    ended.unshift({ from: from.toISOString(), to: to.toISOString() });
    to = from;
  }
  return ended;
}
