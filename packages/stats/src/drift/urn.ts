import { drawHypergeometric, type Uniform } from '../discrete/draw.ts';
import { sum } from '../sum.ts';

/** Of `events` among `n` at their own rate. */
export function logLikelihood(events: number, n: number): number {
  const term = (count: number): number => (count === 0 ? 0 : count * Math.log(count / n));
  return term(events) + term(n - events);
}

/** The events dealt over the periods by lot, like balls from an urn: so they lie where the rate is the same in each. */
export function deal(uniform: Uniform, events: number, people: readonly number[]): readonly number[] {
  let [left, leftPeople] = [events, sum(people)];
  return people.map((n) => {
    const drawn = drawHypergeometric(uniform, left, leftPeople, n);
    left -= drawn;
    leftPeople -= n;
    return drawn;
  });
}
