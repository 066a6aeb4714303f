import { leavesOutEqual } from '@ombud/audit/answer';
import type { ClaimOf, Interval } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { intervalText } from '../text/interval.ts';
import { auditTitle } from './audits.ts';
import { groupNoun, referenceNoun } from './names.ts';
import { measuredOr } from './score-tables.ts';

const gapKeys = {
  'need-at-equal-score': {
    more: 'claim/need-more',
    fewer: 'claim/need-fewer',
    chance: 'claim/need-chance',
    open: 'claim/need-open',
  },
  auc: {
    more: 'claim/auc-better',
    fewer: 'claim/auc-worse',
    chance: 'claim/auc-chance',
    open: 'claim/auc-open',
  },
  calibration: {
    more: 'claim/calibration-more',
    fewer: 'claim/calibration-fewer',
    chance: 'claim/calibration-chance',
    open: 'claim/calibration-open',
  },
} as const;

/** Which of its sentences a gap gets: one that is not real may still have an interval that leaves out equality. */
function gapKind({ real, value, interval }: ClaimOf<'score-gap'>['params']) {
  if (real) return value > 0 ? 'more' : 'fewer';
  return leavesOutEqual({ measure: 'difference', interval }) === true ? 'open' : 'chance';
}

/** A gap that an audit of scores found: `At the same score, Black patients have 0.5 more illnesses than ...` */
export function scoreGapText(t: Telling, { params }: ClaimOf<'score-gap'>): string {
  const { audit, need, group, reference, value, interval, real } = params;
  const keys = Object.hasOwn(gapKeys, audit) ? gapKeys[audit as keyof typeof gapKeys] : gapKeys.calibration;
  const format = need === null ? t.points : measuredOr(t);
  return t.say(keys[gapKind(params)], {
    group: groupNoun(t, group),
    reference: referenceNoun(t, reference),
    value: unsigned(format(Math.abs(value))),
    need: t.short(need ?? ''),
    interval: real
      ? unsigned(intervalText(t, towardsMore(interval, value), format))
      : intervalText(t, interval, format),
  });
}

/** "More" and "fewer" say the direction, so that the numbers need no sign. */
const unsigned = (text: string): string => text.replaceAll('+', '');

const towardsMore = (interval: Interval | null, value: number): Interval | null =>
  interval === null || value > 0
    ? interval
    : { ...interval, low: negative(interval.high), high: negative(interval.low) };

const negative = (x: number | null): number | null => (x === null ? null : -x);

export function changedText(t: Telling, { params }: ClaimOf<'rate-changed'>): string {
  const given = {
    title: auditTitle(t, params.measure),
    group: groupNoun(t, params.group),
    before: t.percent(params.before),
    after: t.percent(params.after),
    period: t.visible(params.period),
  };
  return params.until === undefined
    ? t.say('claim/rate-changed', given)
    : t.say('claim/rate-passed', { ...given, until: t.visible(params.until) });
}

/** A rate that moved over time, with no moment named. */
export function movedText(t: Telling, { params }: ClaimOf<'rate-moved'>): string {
  const { shape, from, to } = params;
  return t.say(`claim/rate-${shape}`, {
    title: auditTitle(t, params.measure),
    group: groupNoun(t, params.group),
    fromRate: t.percent(from.value),
    from: t.visible(from.period),
    toRate: t.percent(to.value),
    to: t.visible(to.period),
  });
}

const subgroupKeys = {
  refused: 'claim/subgroup-refused',
  chosen: 'claim/subgroup-chosen',
  'false-positive': 'claim/subgroup-false-positive',
  'false-negative': 'claim/subgroup-false-negative',
  happened: 'claim/subgroup-happened',
} as const;

/** A subgroup that nobody had named: `Of 1,234 subgroups of 10 columns, people with ... stand out most: ...` */
export function subgroupText(t: Telling, { params }: ClaimOf<'worst-subgroup'>): string {
  const { event, interval } = params;
  const known = Object.hasOwn(subgroupKeys, event) ? (event as keyof typeof subgroupKeys) : 'happened';
  return t.say(subgroupKeys[known], {
    lookedAt: t.count(params.lookedAt),
    columns: t.count(params.columns),
    group: groupNoun(t, params.group),
    rate: t.percent(params.rate),
    others: t.percent(params.others),
    interval: intervalText(t, interval, t.points),
  });
}
