export { type Claim, type ClaimCode, type ClaimOf, claim, type RateOfGroup, type Support } from './claim.ts';
export {
  type Config,
  configSchema,
  type InputConfig,
  type PolicyConfig,
  policySchema,
} from './declaration.ts';
export {
  type Entry,
  type EntryKind,
  type ErasureEntry,
  entrySchema,
  type KeyEntry,
  MAX_ENTRY_BYTES,
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
export type {
  AssertionResult,
  BinaryRole,
  Comparison,
  ComparisonInterval,
  ConditionRole,
  CostsDetails,
  Coverage,
  Details,
  FailingPair,
  Favourable,
  Finding,
  FindingState,
  Group,
  GroupMeasure,
  GroupRole,
  IdentityDetails,
  Interval,
  LedgerSource,
  Level,
  Ll144Details,
  Measure,
  MissingRule,
  Reason,
  Reference,
  Result,
  Reversal,
  Roles,
  SharesDetails,
  StrataDetails,
  StratifiedPair,
  System,
  TestResult,
  Unknown,
  ValuesRole,
  Verdict,
  VerdictCover,
  VerdictState,
  Wording,
} from './result.ts';
export { resultSchema, sameAsTypes } from './result-schema.ts';
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
