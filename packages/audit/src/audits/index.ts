import { accuracy } from './accuracy.ts';
import { adjustedDisparity } from './adjusted-disparity.ts';
import { adverseImpact } from './adverse-impact.ts';
import { auc } from './auc.ts';
import type { Audit } from './audit.ts';
import { baseRate } from './base-rate.ts';
import { calibration } from './calibration.ts';
import { calibrationAgainstErrorRates } from './calibration-against-error-rates.ts';
import { conditionalDisparity } from './conditional-disparity.ts';
import { drift } from './drift.ts';
import { equalizedOdds } from './equalized-odds.ts';
import { falseDiscoveryRate } from './false-discovery-rate.ts';
import { falseNegativeRate } from './false-negative-rate.ts';
import { falseOmissionRate } from './false-omission-rate.ts';
import { falsePositiveRate } from './false-positive-rate.ts';
import { ll144 } from './ll144.ts';
import { needAtEqualScore } from './need-at-equal-score.ts';
import { negativePredictiveValue } from './negative-predictive-value.ts';
import { numberGaps } from './number-gaps.ts';
import { overTime } from './over-time.ts';
import { positivePredictiveValue } from './positive-predictive-value.ts';
import { rankingExposure } from './ranking-exposure.ts';
import { recourse } from './recourse.ts';
import { representation } from './representation.ts';
import { scoreDistributions } from './score-distributions.ts';
import { selectionRate } from './selection-rate.ts';
import { severalClasses } from './several-classes.ts';
import { thresholdSweepAudit } from './threshold-sweep.ts';
import { tribunal } from './tribunal.ts';
import { trueNegativeRate } from './true-negative-rate.ts';
import { truePositiveRate } from './true-positive-rate.ts';
import { worstSubgroup } from './worst-subgroup.ts';

/** All audits, in the order in which reports show them. Adding an audit is adding its file, its page, its test and this line. */
export const audits: readonly Audit[] = [
  selectionRate,
  adverseImpact,
  conditionalDisparity,
  adjustedDisparity,
  tribunal,
  baseRate,
  truePositiveRate,
  falsePositiveRate,
  trueNegativeRate,
  falseNegativeRate,
  positivePredictiveValue,
  negativePredictiveValue,
  falseDiscoveryRate,
  falseOmissionRate,
  accuracy,
  equalizedOdds,
  severalClasses,
  numberGaps,
  calibrationAgainstErrorRates,
  calibration,
  auc,
  needAtEqualScore,
  scoreDistributions,
  thresholdSweepAudit,
  rankingExposure,
  overTime,
  drift,
  worstSubgroup,
  representation,
  recourse,
  ll144,
];
