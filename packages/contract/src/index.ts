export type { Group } from '@ombud/kernel';
export { type Baseline, baselineSchema } from './baseline.ts';
export { type BreakerRule, breakerRuleSchema } from './breaker-declaration.ts';
export { type Change, changeSchema } from './change.ts';
export { type Claim, type ClaimCode, type ClaimOf, claim, type RateOfGroup, type Support } from './claim.ts';
export { holds } from './condition.ts';
export {
  type Config,
  configSchema,
  type InputConfig,
  type PolicyConfig,
  policySchema,
} from './declaration.ts';
export {
  type DecisionMark,
  type Entry,
  type EntryKind,
  type ErasureEntry,
  entrySchema,
  type KeyEntry,
  maxEntryBytes,
} from './entry.ts';
export { entryJsonSchema } from './entry-json-schema.ts';
export { contractErrors } from './errors.ts';
export { type ExplainConfig, explainSchema } from './explain-declaration.ts';
export {
  type Attribution,
  type Explanation,
  type ExplanationReason,
  explanationSchema,
  type RecourseChange,
  type RecoursePlan,
  type RecourseProof,
} from './explanation.ts';
export type { ComparisonInterval, Interval, Reason, Reference } from './parts.ts';
export type { ClassesDetails } from './result/class-details.ts';
export type { Coverage, LedgerSource, ValuesRead, Window } from './result/coverage.ts';
export type {
  CostsDetails,
  Details,
  IdentityDetails,
  Ll144Details,
  SharesDetails,
  StrataDetails,
  StrataEvidence,
  StratifiedPair,
} from './result/details.ts';
export type {
  DistributionsDetails,
  DriftDetails,
  ExposureDetails,
  PresentThreshold,
  SweepDetails,
} from './result/distribution-details.ts';
export type { Finding, FindingState } from './result/finding.ts';
export type { Comparison, GroupMeasure, Measure, TestResult, Unknown } from './result/measure.ts';
export type { NumbersDetails } from './result/number-details.ts';
export type { ReleaseNote } from './result/release.ts';
export { type Result, resultSchema } from './result/result.ts';
export type {
  BinaryRole,
  ConditionRole,
  Favourable,
  GroupRole,
  Period,
  Roles,
  System,
  ValuesRole,
  Wording,
} from './result/roles.ts';
export type {
  CalibrationDetails,
  DifferencePair,
  Measured,
  NeedDetails,
  PeriodsDetails,
  RankingDetails,
} from './result/score-details.ts';
export type { SubgroupsDetails } from './result/subgroup-details.ts';
export type { AdjustedDetails, LitigatedPair, TribunalDetails } from './result/tribunal-details.ts';
export type {
  AssertionResult,
  FailingPair,
  HeldAgainst,
  Level,
  MissingRule,
  PeopleNeeded,
  Verdict,
  VerdictCover,
  VerdictState,
  WorsePair,
} from './result/verdict.ts';
export { schemaFiles } from './schemas.ts';
export type {
  Assertion,
  AuditSpec,
  BinarySpec,
  ConditionSpec,
  PolicySpec,
  Population,
  ReadOptions,
  ReferenceSpec,
  ValuesSpec,
} from './spec.ts';
export { everies, mailReceiverSchema, scheduleSchema } from './watch-declaration.ts';
