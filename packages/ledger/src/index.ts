/** `@ombud/ledger`: decisions recorded so that nobody can change, drop or back-date them unseen. */
export { type Fsck, type FsckOptions, fsck } from './check/run-fsck.ts';
export { SeenHashes } from './check/seen-hashes.ts';
export { checkPublished, type PublishedHead, readPublishedCheckpoint } from './check-published.ts';
export { copyLedger, loadLedger } from './copy/copy-ledger.ts';
export { createLedger } from './create-ledger.ts';
export { type Disclosure, discloseField, opensField } from './entry/disclosure.ts';
export type {
  ActDraft,
  Attributes,
  BreakerDraft,
  CaseDraft,
  CorrectionDraft,
  CorrectionPayload,
  DecisionDraft,
  DecisionPayload,
  DeclarationDraft,
  Draft,
  EvidenceDraft,
  Scalar,
  Sealed,
  Secret,
} from './entry/draft.ts';
export {
  openAttributes,
  openPayload,
  opensAttributes,
  opensPayload,
  parseEntry,
} from './entry/read-entry.ts';
export { seal } from './entry/seal.ts';
export {
  type Erased,
  type ErasureRequest,
  eraseOlderThan,
  eraseSubjects,
  findSubjects,
} from './erase-people.ts';
export { type LedgerErrorCode, ledgerErrors } from './errors.ts';
export { type FollowOptions, follow, type Growth } from './follow.ts';
export { type KnownRepeats, readAgainIfRepeated } from './known-repeats.ts';
export { isShadow } from './open/open-row.ts';
export {
  closeLedger,
  type Head,
  type Ledger,
  makeReceipt,
  type OpenOptions,
  openLedger,
  proveGrowth,
  readCheckpoint,
  rootOf,
} from './open-ledger.ts';
export type { ColumnSource } from './pick/column.ts';
export { type Published, publish, readTreeFile } from './publish-tree.ts';
export { verifyPublishedGrowth } from './published-growth.ts';
export {
  type ColumnBatch,
  type ColumnQuery,
  type ColumnReading,
  type CountedRow,
  readColumns,
} from './read-columns.ts';
export { type Decision, type DecisionQuery, type DecisionReading, readDecisions } from './read-decisions.ts';
export { readAttributes, readEntry, readPayload } from './read-parts.ts';
export type { Coverage, CoverageCounts, LeftOutReason } from './read-proved.ts';
export { type Forgetting, type Replayed, replayErasures } from './replay-erasures.ts';
export { addKey, retireKey } from './rotate-keys.ts';
export { fileLineKey } from './secrets.ts';
export {
  evidenceDigest,
  recordEvidence,
  signEvidence,
} from './sign-evidence.ts';
export type { Answer, Store, StoreTransaction } from './store/store.ts';
export { tablePrefix } from './store/table-prefix.ts';
export { tableNames } from './store/tables.ts';
export type { KeyOrigin, TrustedKeys } from './trusted-keys.ts';
export { type Cosigned, cosignWith } from './witness/client.ts';
export { type WitnessOptions, witnessApp, witnessServer } from './witness/server.ts';
export { openWitness, type WitnessState } from './witness/state.ts';
export type { GroupOptions } from './write/group-commit.ts';
export { subjectOf } from './write/index-subjects.ts';
export type { Appended } from './write/known-drafts.ts';
export { type AppendOptions, openWriter, Writer, type WriterOptions } from './write/writer.ts';
