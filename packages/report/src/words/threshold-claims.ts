import type { ClaimOf } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupNoun } from './names.ts';

type Own = Pick<ClaimOf<'own-thresholds'>['params'], 'direction' | 'groups'>;

/** More groups than this no sentence lists: then the ends. */
const mostListed = 6;

/** `Each group has its own threshold of the score: from 0.3 on for men and from 0.7 on for women. 100 % of decisions follow them.` */
export function ownThresholdsText(t: Telling, { direction, groups }: Own): string {
  const rising = [...groups].sort((a, b) => a.threshold - b.threshold);
  const [first, last] = [rising[0], rising.at(-1)];
  const isMany = rising.length > mostListed && first !== undefined && last !== undefined;
  const each = (isMany ? [first, last] : rising).map(({ group, threshold }) =>
    t.say(`claim/threshold-${direction}`, {
      group: groupNoun(t, group),
      threshold: t.measured(threshold),
    }),
  );
  const total = (of: (one: Own['groups'][number]) => number): number =>
    groups.reduce((sum, one) => sum + of(one), 0);
  return t.say(isMany ? 'claim/own-thresholds-ends' : 'claim/own-thresholds', {
    thresholds: t.all(each),
    n: t.count(groups.length),
    follows: t.percent(total(({ follows }) => follows) / total(({ of }) => of)),
  });
}
