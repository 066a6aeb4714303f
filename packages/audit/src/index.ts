export type { Audit, AuditContext } from './audits/audit.ts';
export { defineAudit, describeGroup } from './audits/audit.ts';
export { audits } from './audits/index.ts';
export { type PartialSpec, readConfig, readPolicy } from './config/read-config.ts';
export type { Engine, Progress } from './engines/engine.ts';
export { type MemoryRow, memoryEngine } from './engines/memory.ts';
export { OmbudError } from './errors.ts';
export {
  compareResults,
  coverageOfEntry,
  evidenceStatement,
  type Reproduction,
  readStatement,
} from './evidence.ts';
export { exitCodeOf } from './policy/judge.ts';
export { packs, type RulePack } from './policy/packs.ts';
export { type ColumnProfile, type Profile, profile } from './profile/profile.ts';
export { favourableOf, type Proposal, propose } from './profile/propose.ts';
export type * from './result.ts';
export { nearest } from './roles/nearest.ts';
export { audit, auditEngine } from './run.ts';
export type * from './spec.ts';
export { version } from './version.ts';
