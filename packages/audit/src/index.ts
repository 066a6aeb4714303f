export { claimHolds, claimsOf, readResult } from './answer/index.ts';
export { type Audit, type AuditContext, defineAudit } from './audits/audit.ts';
export { audits } from './audits/index.ts';
export { favourableRate, rates } from './audits/rates.ts';
export { baselineOf } from './baseline/baseline-of.ts';
export { otherThan } from './baseline/belongs.ts';
export { holdAgainst } from './baseline/hold-against.ts';
export { changeOf } from './change/change-of.ts';
export type { PairedPeople } from './change/pairs.ts';
export { runsAudit } from './choose-audits.ts';
export { auditErrors } from './errors.ts';
export {
  compareResults,
  coverageOfEntry,
  evidenceStatement,
  type Reproduction,
  readStatement,
} from './evidence.ts';
export { exitCodeOf } from './policy/exit-code.ts';
export { packs, type RulePack } from './policy/packs.ts';
export { expandPolicy } from './policy/policy.ts';
export { type Reweighing, reweigh } from './remedies/reweigh.ts';
export { groupThresholds, isOneScore, type Thresholds } from './remedies/thresholds.ts';
export { audit, auditEngine } from './run.ts';
