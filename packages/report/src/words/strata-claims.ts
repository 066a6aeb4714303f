import type { ClaimOf } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { intervalText } from '../text/interval.ts';
import { favouredText, groupNoun, peopleNoun } from './names.ts';

type StrataClaim = ClaimOf<'strata-reverse' | 'strata-explain' | 'gap-inside-strata'>;

/** Where not everybody could be compared: how many could. */
function comparableText(t: Telling, { params }: StrataClaim): string[] {
  const { comparable, of, strata } = params;
  if (comparable >= of) return [];
  const given = { comparable: t.count(comparable), of: t.count(of), strata: groupByText(t, strata) };
  return [t.say('claim/strata-comparable', given)];
}

export function strataText(t: Telling, claim: ClaimOf<'strata-reverse' | 'strata-explain'>): string {
  const { params } = claim;
  const side = params.less ? 'less' : 'more';
  const given = {
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    event: favouredText(t, true),
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
  };
  const text =
    claim.code === 'strata-reverse'
      ? t.say(`claim/strata-reverse-${side}`, given)
      : t.say(`claim/strata-explain-${side}`, {
          ...given,
          inside: t.points(claim.params.inside),
          together: t.points(claim.params.together),
        });
  return [text, ...comparableText(t, claim)].join(' ');
}

export function incomparableText(t: Telling, { params }: ClaimOf<'strata-incomparable'>): string {
  return t.say('claim/strata-incomparable', {
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    strata: groupByText(t, params.strata),
  });
}

export function insideText(t: Telling, claim: ClaimOf<'gap-inside-strata'>): string {
  const { params } = claim;
  const { interval } = params;
  const end = comparableText(t, claim);
  const given = {
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    inside: t.points(params.inside),
    together: t.points(params.together),
  };
  if (interval === null) return [t.say('claim/gap-inside-strata', given), ...end].join(' ');
  const text = t.say('claim/gap-inside-strata-interval', {
    ...given,
    interval: intervalText(t, interval, t.points),
  });
  return [text, ...end].join(' ');
}

export function adjustedText(t: Telling, { params }: ClaimOf<'gap-adjusted'>): string {
  const { interval } = params;
  const given = {
    people: peopleNoun(t),
    strata: groupByText(t, params.strata),
    group: groupNoun(t, params.group),
    reference: groupNoun(t, params.reference),
    left: t.points(params.left),
    together: t.points(params.together),
  };
  if (interval === null) return t.say('claim/gap-adjusted', given);
  return t.say('claim/gap-adjusted-interval', { ...given, interval: intervalText(t, interval, t.points) });
}
