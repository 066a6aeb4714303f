import { explainerOf } from '@ombud/explain';
import type { LinearModel } from '@ombud/model';
import { people } from '../numbers.ts';

/** How much less a Black patient costs in a year than a White one with as many chronic conditions, in dollars, as the authors report. */
const costGap = 1801;

/** The simplest score that follows cost; it is not theirs. It has no column for race, as theirs had none. */
const score: LinearModel = {
  kind: 'linear',
  origin: { format: 'ombud-model', version: '', objective: '' },
  features: ['cost of the year before', 'age'].map((name) => ({
    name,
    categories: null,
    unknown: 'refused',
  })),
  outputs: 1,
  classes: null,
  link: { kind: 'identity' },
  weights: Float64Array.of(1, 0),
  intercepts: Float64Array.of(0),
};

/** What attributions say of two people of one age and with the same conditions, a Black patient beside a White one. */
export function attributionText(): string {
  const white = Float64Array.of(8000, 50);
  const explainer = explainerOf(score, [white]);
  const [gap] = explainer.explain([white.with(0, 8000 - costGap)]);
  const shares = explainer.players.map(
    (name, i) => `${name} ${people(gap?.contributions[i] ?? Number.NaN)} dollars`,
  );
  return `Attributions of a score that follows cost, for a Black patient beside a White one with the same conditions: ${shares.join(', ')}. They add up to the whole difference of the score, exactly, and race has none, because it is no column of the model. That a low cost stands for less care and not for less illness is no fact of the model: no attribution can show it.`;
}
