/** A lender that there is not: what it declared, and whom it decided about. The same people each time. */
import type { Decision } from '@ombud/client';

/** The system that is shown. */
export const shownSystem = 'consumer-loans';

/** What the lender declares. */
export const declaration = {
  system: shownSystem,
  title: 'Consumer loans',
  purpose: 'Decide who is offered a loan',
  data: {
    decision: { column: 'approved', positive: ['yes'] },
    favourable: 'positive',
    groups: ['sex', 'age'],
  },
  inputs: [
    { name: 'income', type: 'number' },
    { name: 'amount', type: 'number' },
    { name: 'purpose', type: 'category' },
  ],
  policy: { use: ['us-four-fifths'] },
};

const purposes = ['car', 'home', 'study', 'moving'] as const;
const ages = ['18-29', '30-49', '50-69', '70+'] as const;
/** From this month on a second model decides; it asks more of people who earn less. */
const newModelFrom = 3;

/** Numbers between 0 and 1 that are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(from: readonly T[], chance: number): T => from[Math.floor(chance * from.length)] as T;

/** A month of decisions, spread over it. */
export interface Month {
  readonly begins: number;
  readonly ends: number;
}

/** The months before a moment, oldest first; the last one is whole. */
export function monthsBefore(now: number, count: number): readonly Month[] {
  const at = new Date(now);
  const first = (back: number) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1);
  return Array.from({ length: count }, (_, i) => ({
    begins: first(count - i),
    ends: first(count - i - 1) - 1000,
  }));
}

/**
 * Whom the lender decided about in a month.
 * @param place of the month, 0 for the first
 */
export function decisionsOf({ begins, ends }: Month, place: number, count: number): readonly Decision[] {
  const chance = numbersFrom(place + 1);
  const isNew = place >= newModelFrom;
  return Array.from({ length: count }, (_, i): Decision => {
    const isWoman = chance() < 0.48;
    const income = Math.round((isWoman ? 2000 : 2500) * (0.5 + chance() + chance() / 2));
    const amount = 500 * Math.ceil(chance() * 40);
    const score = Math.min(
      0.99,
      Math.max(0.01, income / 5000 - amount / 60_000 + 0.2 + 0.3 * (chance() - 0.5)),
    );
    const rounded = Math.round(score * 1000) / 1000;
    return {
      subject: `p-${place}-${i}`,
      decision: rounded >= (isNew ? 0.68 : 0.42) ? 'yes' : 'no',
      score: rounded,
      inputs: { income, amount, purpose: pick(purposes, chance()) },
      attributes: { sex: isWoman ? 'F' : 'M', age: pick(ages, chance()) },
      decided: new Date(begins + Math.floor(((ends - begins) * (i + 1)) / count)).toISOString(),
      model: isNew ? 'score-2' : 'score-1',
      key: `shown-${place}-${i}`,
    };
  });
}
