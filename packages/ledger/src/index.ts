/** `@ombud/ledger`: decisions recorded so that nobody can change, drop or back-date them unseen. */
export { createLedger } from './create.ts';
export {
  type Coverage,
  type Decision,
  type DecisionQuery,
  type DecisionReading,
  type LeftOutReason,
  readDecisions,
} from './decisions.ts';
export {
  type Attributes,
  type CorrectionPayload,
  type DecisionDraft,
  type DecisionPayload,
  type Draft,
  type Scalar,
  type Sealed,
  seal,
} from './entry/draft.ts';
export { opensAttributes, opensPayload, parseEntry } from './entry/open.ts';
export { type Erased, eraseOlderThan, eraseSubjects } from './erase.ts';
export { type LedgerErrorCode, ledgerErrors } from './errors.ts';
export { type Envelope, evidenceDigest, recordEvidence, signEvidence, verifyEvidence } from './evidence.ts';
export { type Fsck, fsck } from './fsck.ts';
export type { GroupOptions } from './group-commit.ts';
export {
  closeLedger,
  type Head,
  type Ledger,
  makeReceipt,
  openLedger,
  proveGrowth,
  readCheckpoint,
  rootOf,
} from './ledger.ts';
export { type Published, publish } from './publish.ts';
export { verifyPublishedGrowth } from './published.ts';
export { addKey, retireKey } from './rotate.ts';
export { readAttributes, readEntry, readPayload } from './store/queries.ts';
export type { Store } from './store/store.ts';
export { type Cosigned, cosignWith } from './witness/client.ts';
export { type WitnessOptions, witnessServer } from './witness/server.ts';
export { openWitness, type WitnessState } from './witness/state.ts';
export { type Appended, openWriter, Writer, type WriterOptions } from './writer.ts';
