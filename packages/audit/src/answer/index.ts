/** `@ombud/audit/answer`: what a result claims and what carries it; pure, so that a report needs nothing else of the audit. */
export { leavesOutEqual } from './chance.ts';
export { claimsOf } from './claims.ts';
export {
  findingOf,
  type Grouping,
  groupings,
  headline,
  isAboutPeople,
  isRates,
  type Measured,
  type MeasuredGroup,
  measuredAudits,
  measuredGroups,
  overallRate,
} from './findings.ts';
export {
  evenness,
  fewPeople,
  type Gap,
  gapOf,
} from './gap.ts';
export { claimHolds } from './holds.ts';
export { isResult, readResult } from './read-result.ts';
export { ownThresholdsOf } from './threshold-claims.ts';
