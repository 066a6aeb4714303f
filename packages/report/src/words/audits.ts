/**
 * What each audit is called and what it asks, in plain words. Keyed by audit id and by measure id (an audit that
 * measures several rates names each in `measure`). An id that is not listed here is shown as it is.
 */
interface AuditWords {
  readonly title: string;
  /** Ends "... out of": who is in the denominator and what is counted. */
  readonly asks: string;
}

const WORDS: Readonly<Record<string, AuditWords>> = {
  'selection-rate': {
    title: 'Selection rate',
    asks: 'Of all people, how many got the positive decision.',
  },
  'adverse-impact': {
    title: 'Adverse impact',
    asks: 'Of all people, how many got the favourable decision, and how the groups compare.',
  },
  'conditional-disparity': {
    title: 'Conditional disparity',
    asks: 'The same comparison made inside each stratum, so that like is compared with like.',
  },
  'base-rate': {
    title: 'Base rate',
    asks: 'Of all people, for how many the outcome happened.',
  },
  'true-positive-rate': {
    title: 'True positive rate',
    asks: 'Of the people for whom the outcome happened, how many got the positive decision.',
  },
  'false-positive-rate': {
    title: 'False positive rate',
    asks: 'Of the people for whom the outcome did not happen, how many got the positive decision all the same.',
  },
  'true-negative-rate': {
    title: 'True negative rate',
    asks: 'Of the people for whom the outcome did not happen, how many got the negative decision.',
  },
  'false-negative-rate': {
    title: 'False negative rate',
    asks: 'Of the people for whom the outcome happened, how many got the negative decision all the same.',
  },
  'positive-predictive-value': {
    title: 'Positive predictive value',
    asks: 'Of the people with the positive decision, for how many the outcome happened.',
  },
  'negative-predictive-value': {
    title: 'Negative predictive value',
    asks: 'Of the people with the negative decision, for how many the outcome did not happen.',
  },
  'false-discovery-rate': {
    title: 'False discovery rate',
    asks: 'Of the people with the positive decision, for how many the outcome did not happen.',
  },
  'false-omission-rate': {
    title: 'False omission rate',
    asks: 'Of the people with the negative decision, for how many the outcome happened.',
  },
  accuracy: {
    title: 'Accuracy',
    asks: 'Of all people, for how many the decision and the outcome agree.',
  },
  'equalized-odds': {
    title: 'Equalized odds',
    asks: 'Whether both error rates, false positive and false negative, are the same for every group.',
  },
  'calibration-against-error-rates': {
    title: 'Calibration against error rates',
    asks: 'Whether equal calibration and equal error rates can be had at once.',
  },
  representation: {
    title: 'Representation',
    asks: 'How each group’s share of the people in the data compares with its share of the population.',
  },
  ll144: {
    title: 'New York City Local Law 144',
    asks: 'The impact ratios that the rule asks an employer to publish (6 RCNY 5-301).',
  },
};

/** The words of an audit or measure id, or null when the id is not one of ours. */
export function auditWords(id: string): AuditWords | null {
  return Object.hasOwn(WORDS, id) ? (WORDS[id] ?? null) : null;
}

/** The title of an audit; where it measures several rates, with the rate: `Equalized odds: False positive rate`. */
export function auditTitle(audit: string, measure: string = audit): string {
  const title = auditWords(audit)?.title ?? audit;
  return measure === audit ? title : `${title}: ${(auditWords(measure)?.title ?? measure).toLowerCase()}`;
}
