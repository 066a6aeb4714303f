/** Intervals, tests, resampling and multiplicity for rates of groups: pure functions. See docs/statistics.md. */
export { gapChange } from './change/gap-change.ts';
export { type BeforeAfter, type Changed, rateChange } from './change/rate-change.ts';
export { ratioChange } from './change/ratio-change.ts';
export {
  type ClusterRate,
  clusterDifference,
  clusterRate,
  clusterRateInterval,
  clusterRatio,
  pricedPeople,
} from './cluster/cluster-intervals.ts';
export { clusterTest } from './cluster/cluster-test.ts';
export {
  type Cluster,
  type Cr2Moments,
  cr2Df,
  cr2DfOfDifference,
  cr2Moments,
  cr2Variance,
} from './cluster/cr2.ts';
export { rateWorth } from './cluster/rate-worth.ts';
export {
  type ClusterMoments,
  effectiveSampleSize,
  ratioCovariance,
  ratioVariance,
  type SharedMoments,
} from './cluster/ratio-variance.ts';
export { type Uniform, uniformStream } from './discrete/draw.ts';
export { type KolmogorovSmirnov, kolmogorovSmirnov } from './distributions/kolmogorov-smirnov.ts';
export {
  quantileGap,
  quantileOf,
  quantileWithInterval,
  weightedQuantileWithInterval,
} from './distributions/quantiles.ts';
export { standardisedMeanDifference } from './distributions/standardised-mean-difference.ts';
export { type Moments, momentsOf, type ValueCount } from './distributions/value-counts.ts';
export { wasserstein } from './distributions/wasserstein.ts';
export { type ChangePoint, changePoint } from './drift/change-point.ts';
export { raoScott, type WeightedBins } from './drift/rao-scott.ts';
export { type StabilityIndex, stabilityIndex } from './drift/stability-index.ts';
export type { LimitClaim } from './equivalence/claim.ts';
export { type ExactLimitOptions, exactLimitTest } from './equivalence/exact-test.ts';
export { type LimitLevel, limitTest } from './equivalence/limit-test.ts';
export { scoreLimitTest } from './equivalence/score-test.ts';
export { statsErrors } from './errors.ts';
export { clopperPearson } from './intervals/clopper-pearson.ts';
export { logRatioDelta } from './intervals/log-ratio-delta.ts';
export { newcombe } from './intervals/newcombe.ts';
export { miettinenNurminenDifference } from './intervals/score-difference.ts';
export { oddsRatioScore } from './intervals/score-odds-ratio.ts';
export { koopmanRatio, miettinenNurminenRatio } from './intervals/score-ratio.ts';
export { wilson } from './intervals/wilson.ts';
export {
  type Bounds,
  differentialMissingness,
  type PartlyKnown,
  worstCaseDifference,
  worstCaseDifferenceInterval,
  worstCaseRate,
  worstCaseRateInterval,
  worstCaseRatio,
  worstCaseRatioInterval,
} from './missing/worst-case.ts';
export { type BoundedSum, bernoulliSequence, type Tuning } from './monitoring/bernoulli-sequence.ts';
export { betaMixture } from './monitoring/beta-mixture.ts';
export {
  type DetectorState,
  defaultGrid,
  detectorEvidence,
  detectorOpened,
  type Grid,
  initialDetector,
  initialWealth,
  meanWealth,
  stepDetector,
  stepWealth,
  type WealthState,
} from './monitoring/e-detector.ts';
export { initialRateMonitor, type RateMonitor, stepRateMonitor } from './monitoring/rate-monitor.ts';
export {
  initialRatioMonitor,
  type RatioMonitor,
  stepRatioMonitor,
  type WatchedDecision,
} from './monitoring/ratio-monitor.ts';
export { differenceSequence, ratioSequence } from './monitoring/two-sample-sequence.ts';
export { bonferroniCritical } from './multiplicity/bonferroni.ts';
export { dunnettAdjustedP, dunnettCritical, type ReferenceVariances } from './multiplicity/dunnett.ts';
export { benjaminiHochberg, benjaminiYekutieli } from './multiplicity/false-discovery.ts';
export { holm } from './multiplicity/holm.ts';
export { type MaxTOptions, maxT } from './multiplicity/max-t.ts';
export { boundsOfHolm, type HolmBound, weightedHolm } from './multiplicity/step-down.ts';
export { tukeyAdjustedP, tukeyCritical } from './multiplicity/tukey.ts';
export { criticalValue, criticalValueOfTail, twoSidedP } from './normal.ts';
export { type ConfusionTable, type OneAgainstRest, oneAgainstRest } from './numbers/confusion-table.ts';
export { type MacroRates, macroRates, rateAmong } from './numbers/macro-rates.ts';
export { studentMean } from './numbers/student-mean.ts';
export { type MeanDifference, type WelchAnova, welchAnova, welchDifference } from './numbers/welch.ts';
export { type PlannedGroup, powerOfLimit, powerOfPass } from './planning/limit-power.ts';
export {
  mostPeople,
  type PeopleNeeded,
  type PlanLevel,
  peopleForLimit,
  peopleForPass,
} from './planning/people-needed.ts';
export { powerTwoProportions } from './planning/power.ts';
export { type LimitQuestion, sampleSizeForDifference, sampleSizeForRatio } from './planning/sample-size.ts';
export type { RegressionRow } from './regression/design.ts';
export { type FirthFit, type FittedFirth, fitFirth } from './regression/firth.ts';
export { type FittedLogit, fitLogit, type LogitFit } from './regression/logit.ts';
export {
  averageMarginalEffect,
  type EffectQuestion,
  type MarginalEffect,
} from './regression/marginal-effects.ts';
export { type BootstrapOptions, multinomialBootstrap } from './resampling/multinomial-bootstrap.ts';
export { type Auc, auc } from './scores/auc.ts';
export { aucEquality } from './scores/auc-equality.ts';
export { aucInterval, delongInterval, scoreAuc } from './scores/auc-interval.ts';
export {
  type AucDifference,
  aucDifference,
  type PairedScoreCount,
  pairedAucDifference,
} from './scores/auc-tests.ts';
export {
  type CalibrationBin,
  calibrationCurve,
  outcomeValues,
  quantileEdges,
} from './scores/calibration-curve.ts';
export { type CalibrationError, calibrationError } from './scores/calibration-error.ts';
export {
  type CalibrationInTheLarge,
  calibrationInTheLarge,
  spiegelhalter,
} from './scores/calibration-in-the-large.ts';
export { type CrossAuc, crossAuc } from './scores/cross-auc.ts';
export { differenceBesideSlope, type ScorePeople, shareScores } from './scores/equal-score.ts';
export { type NeedBand, type NeedDifference, needDifference } from './scores/need-at-equal-score.ts';
export {
  type Ndkl,
  type NdklOptions,
  ndkl,
  type RankedTier,
  type Skew,
  skewAt,
} from './scores/ranking-exposure.ts';
export { type Recalibration, recalibrate } from './scores/recalibration.ts';
export { type ScoreCount, scoreValues, sortedScores } from './scores/score-counts.ts';
export {
  type Sweep,
  type SweepPoint,
  type SweptRate,
  sweptRates,
  thresholdSweep,
} from './scores/threshold-sweep.ts';
export { weightedSweep } from './scores/weighted-sweep.ts';
export {
  asPeople,
  effectivePeople,
  momentsOfSums,
  type WeightedSums,
  type WeightedValue,
  weightedMoments,
  weightedQuantile,
} from './scores/weights.ts';
export {
  identifiedMeasures,
  type KnownFor,
  type MeasureBounds,
  measureBounds,
  type OutcomesOf,
  type SelectiveCounts,
  type SelectiveMeasure,
  selectiveOutcomes,
} from './selective/one-sided-outcomes.ts';
export { breslowDay } from './strata/breslow-day.ts';
export { cochranMantelHaenszel, generalisedCmh } from './strata/cochran-mantel-haenszel.ts';
export { type MantelHaenszel, mantelHaenszel } from './strata/mantel-haenszel.ts';
export { type SimpsonEvidence, type SimpsonOptions, simpsonEvidence } from './strata/simpson.ts';
export { type Standardised, type StandardisedRate, standardise } from './strata/standardise.ts';
export type { PairTable } from './strata/table.ts';
export type { CubeCell, CubeProvider } from './subgroups/cube.ts';
export {
  type SearchOptions,
  type Subgroup,
  type SubgroupSearch,
  searchSubgroups,
} from './subgroups/search.ts';
export { sum } from './sum.ts';
export { chiSquared } from './tests/chi-squared.ts';
export { chiSquaredTable } from './tests/chi-squared-table.ts';
export { equality } from './tests/equality.ts';
export { exactBinomial } from './tests/exact-binomial.ts';
export { type ExactOptions, exactRx2 } from './tests/exact-rx2.ts';
export { fisherExact } from './tests/fisher-exact.ts';
export { fisherHigher } from './tests/fisher-one-sided.ts';
export { chiSquaredGoodnessOfFit } from './tests/goodness-of-fit.ts';
export { twoProportionScoreTest } from './tests/two-proportion.ts';
export { cohensH, phi } from './tribunal/effect-sizes.ts';
export { type ExactOddsRatio, exactOddsRatio } from './tribunal/exact-odds-ratio.ts';
export { type FlipFlop, flipFlop } from './tribunal/flip-flop.ts';
export { type Shortfall, shortfall } from './tribunal/standard-deviations.ts';
export type { Confidence, Estimate, Interval, Proportion, TestResult } from './types.ts';
export {
  type JudgedPair,
  judgePairs,
  type PairsQuestion,
  type PairsVerdict,
} from './verdict/judge-pairs.ts';
