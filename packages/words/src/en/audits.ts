/** What each audit is called and asks, and what each rate and method is called. */
export const audits = {
  'audit/of-measure': '{$audit}: {$measure}',
  'audit/selection-rate': 'Selection rate',
  'audit/selection-rate/asks': 'Of all people, how many got the positive decision.',
  'audit/adverse-impact': 'Adverse impact',
  'audit/adverse-impact/asks':
    'Of all people, how many got the favourable decision, and how the groups compare.',
  'audit/conditional-disparity': 'Conditional disparity',
  'audit/conditional-disparity/asks':
    'The same comparison made inside each stratum, so that like is compared with like.',
  'audit/base-rate': 'Base rate',
  'audit/base-rate/asks': 'Of all people, for how many the outcome happened.',
  'audit/true-positive-rate': 'True positive rate',
  'audit/true-positive-rate/asks':
    'Of the people for whom the outcome happened, how many got the positive decision.',
  'audit/false-positive-rate': 'False positive rate',
  'audit/false-positive-rate/asks':
    'Of the people for whom the outcome did not happen, how many got the positive decision all the same.',
  'audit/true-negative-rate': 'True negative rate',
  'audit/true-negative-rate/asks':
    'Of the people for whom the outcome did not happen, how many got the negative decision.',
  'audit/false-negative-rate': 'False negative rate',
  'audit/false-negative-rate/asks':
    'Of the people for whom the outcome happened, how many got the negative decision all the same.',
  'audit/positive-predictive-value': 'Positive predictive value',
  'audit/positive-predictive-value/asks':
    'Of the people with the positive decision, for how many the outcome happened.',
  'audit/negative-predictive-value': 'Negative predictive value',
  'audit/negative-predictive-value/asks':
    'Of the people with the negative decision, for how many the outcome did not happen.',
  'audit/false-discovery-rate': 'False discovery rate',
  'audit/false-discovery-rate/asks':
    'Of the people with the positive decision, for how many the outcome did not happen.',
  'audit/false-omission-rate': 'False omission rate',
  'audit/false-omission-rate/asks':
    'Of the people with the negative decision, for how many the outcome happened.',
  'audit/accuracy': 'Accuracy',
  'audit/accuracy/asks': 'Of all people, for how many the decision and the outcome agree.',
  'audit/equalized-odds': 'Equalized odds',
  'audit/equalized-odds/asks':
    'Whether both error rates, false positive and false negative, are the same for every group.',
  'audit/calibration-against-error-rates': 'Calibration against error rates',
  'audit/calibration-against-error-rates/asks':
    'Whether equal calibration and equal error rates can be had at once.',
  'audit/representation': 'Representation',
  'audit/representation/asks':
    'How each group’s share of the people in the data compares with its share of the population.',
  'audit/recourse': 'Recourse',
  'audit/recourse/asks':
    'Of the people whom the model refused, how many could have changed something so that it accepts them.',
  'audit/ll144': 'New York City Local Law 144',
  'audit/ll144/asks': 'The impact ratios that the rule asks an employer to publish (6 RCNY 5-301).',

  'measure/selection-rate': 'selection rate',
  'measure/adverse-impact': 'adverse impact',
  'measure/base-rate': 'base rate',
  'measure/true-positive-rate': 'true positive rate',
  'measure/false-positive-rate': 'false positive rate',
  'measure/share': 'share',
  'measure/scoring-rate': 'scoring rate',

  'rate/favourable': 'Rate of the favourable decision',
  'rate/share': 'Share',
  'rate/scoring-rate': 'Scoring rate',

  'method/order-statistics': 'order statistics',
  'method/wilson': 'Wilson',
  'method/wilson-cr2': 'Wilson for few people with several rows (CR2)',
  'method/mover-cr2': 'MOVER for few people with several rows (CR2)',
  'method/newcombe': 'Newcombe',
  'method/miettinen-nurminen': 'Miettinen-Nurminen',
  'method/log-ratio-delta': 'delta method on the logarithm of the ratio',
  'method/mover-wilson': 'MOVER with Wilson',
  'method/robins-breslow-greenland': 'Robins-Breslow-Greenland',
  'method/greenland-robins': 'Greenland-Robins',
  'method/sato': 'Sato',
  'method/score-odds-ratio': 'score interval of the odds ratio',
  'method/clopper-pearson': 'Clopper-Pearson',
  'method/multinomial-bootstrap': 'multinomial bootstrap',
  'test/chi-squared': 'chi-squared',
  'test/rao-scott': 'chi-squared for weights (Rao and Scott)',
  'test/freeman-halton': 'Freeman-Halton, exact',
  'test/freeman-halton-monte-carlo': 'Freeman-Halton by simulation',
  'test/fisher-exact': 'Fisher, exact',
  'test/two-proportion-z': 'score test of two proportions',
  'test/cr2-score': 'score test for few people with several rows (CR2)',
  'test/cluster-robust-z': 'cluster-robust z',
  'test/exact-binomial': 'exact binomial',
  'test/cochran-mantel-haenszel': 'Cochran-Mantel-Haenszel',
  'test/generalised-cochran-mantel-haenszel': 'generalised Cochran-Mantel-Haenszel',
} as const;
