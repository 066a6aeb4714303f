import type { Finding } from '@ombud/contract';
import type { Speaking } from '../telling.ts';
import { groupByText } from '../text/group.ts';

/** Audits and rates that have words of their own; an id that is not here is shown as it is. */
const audits = [
  'selection-rate',
  'adverse-impact',
  'conditional-disparity',
  'adjusted-disparity',
  'tribunal',
  'base-rate',
  'true-positive-rate',
  'false-positive-rate',
  'true-negative-rate',
  'false-negative-rate',
  'positive-predictive-value',
  'negative-predictive-value',
  'false-discovery-rate',
  'false-omission-rate',
  'accuracy',
  'equalized-odds',
  'calibration-against-error-rates',
  'calibration',
  'auc',
  'need-at-equal-score',
  'score-distributions',
  'threshold-sweep',
  'ranking-exposure',
  'over-time',
  'drift',
  'several-classes',
  'number-gaps',
  'worst-subgroup',
  'representation',
  'recourse',
  'll144',
] as const;

const measures = [
  'selection-rate',
  'adverse-impact',
  'base-rate',
  'true-positive-rate',
  'false-positive-rate',
  'false-negative-rate',
  'share',
  'scoring-rate',
  'decision',
  'outcome',
  'error',
] as const;

const isIn = <Id extends string>(ids: readonly Id[], id: string): id is Id =>
  (ids as readonly string[]).includes(id);

/** What an audit asks, in plain words; null when the id is not one of ours. */
export const auditAsks = (t: Speaking, id: string): string | null =>
  isIn(audits, id) ? t.say(`audit/${id}/asks`) : null;

const titleOf = (t: Speaking, id: string): string => (isIn(audits, id) ? t.say(`audit/${id}`) : id);

/** The title of an audit; where it measures several rates, with the rate: `Equalized odds: false positive rate`. */
export function auditTitle(t: Speaking, audit: string, measure: string = audit): string {
  const title = titleOf(t, audit);
  if (measure === audit) return title;
  const name = isIn(measures, measure) ? t.say(`measure/${measure}`) : titleOf(t, measure).toLowerCase();
  return t.say('audit/of-measure', { audit: title, measure: name });
}

/** `Selection rate by sex`. */
export const findingTitle = (
  t: Speaking,
  { audit, measure, groupBy }: Pick<Finding, 'audit' | 'measure' | 'groupBy'>,
): string => t.say('page/title-by', { title: auditTitle(t, audit, measure), by: groupByText(t, groupBy) });

/** A rate at the start of a sentence. */
export function rateName(t: Speaking, rate: string): string {
  switch (rate) {
    case 'adverse-impact':
      return t.say('rate/favourable');
    case 'share':
    case 'scoring-rate':
      return t.say(`rate/${rate}`);
    default:
      return titleOf(t, rate);
  }
}

const methods = [
  'wilson',
  'wilson-cr2',
  'delta',
  'exact-conditional',
  'mover-cr2',
  'newcombe',
  'miettinen-nurminen',
  'log-ratio-delta',
  'mover-wilson',
  'robins-breslow-greenland',
  'greenland-robins',
  'sato',
  'score-odds-ratio',
  'clopper-pearson',
  'multinomial-bootstrap',
  'delong-logit',
  'newcombe-mann-whitney',
  'student',
  'wald',
  'within-bands',
  'beside-slope',
  'beta-mixture-sequence',
  'order-statistics',
  'hedges-olkin',
  'welch',
  'dvoretzky-kiefer-wolfowitz',
] as const;

const tests = [
  'chi-squared',
  'rao-scott',
  'freeman-halton',
  'freeman-halton-monte-carlo',
  'fisher-exact',
  'two-proportion-z',
  'cluster-robust-z',
  'cr2-score',
  'logit',
  'exact-binomial',
  'cochran-mantel-haenszel',
  'generalised-cochran-mantel-haenszel',
  'delong',
  'delong-q',
  'within-bands-z',
  'beside-slope-z',
  'welch',
  'kolmogorov-smirnov',
  'kolmogorov-smirnov-exact',
] as const;

/** How an interval was made, by its usual name. */
export const methodName = (t: Speaking, id: string): string =>
  isIn(methods, id) ? t.say(`method/${id}`) : t.short(id);

export const testName = (t: Speaking, id: string): string =>
  isIn(tests, id) ? t.say(`test/${id}`) : t.short(id);
