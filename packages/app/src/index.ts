/** `@ombud/app`: what Ombud does, one use case a file, for any front. */
export { auditDecisions } from './audit.ts';
export { holdAgainstFile, writeBaseline } from './baseline.ts';
export { type Against, auditAgainst } from './change/against.ts';
export { changeForms } from './change/change-forms.ts';
export { compareResultFiles } from './change/compare.ts';
export { checkDeploymentFiles, type DeploymentFiles } from './check-deployment.ts';
export { type ReviewerFigures, reviewerFigures } from './contest/agreement.ts';
export type { CaseProblem } from './contest/case-problem.ts';
export { type CheckedCases, checkCases } from './contest/check-cases.ts';
export { confirmEffects } from './contest/confirm-effects.ts';
export { type PassedClock, scanDeadlines } from './contest/deadlines.ts';
export { type CarrierReport, reportDelivery, takeDeliveries } from './contest/deliveries.ts';
export type { Desk } from './contest/desk.ts';
export { type Draft as AppealDraft, openDraft, saveDraft } from './contest/draft.ts';
export { askedAtTheDoor, type Entered, type Entering, enter, findCase } from './contest/enter.ts';
export { eraseCases, forgetCases, forgetCasesAbout } from './contest/erase-case.ts';
export {
  type ContestFigures,
  contestFigures,
  type FiguresAsked,
} from './contest/figures.ts';
export type { GroupRate } from './contest/figures-by-group.ts';
export {
  digestsOfFiles,
  type NewFile,
  noteScan,
  openFile,
  type TakenFile,
  takeFiles,
} from './contest/files.ts';
export { caseOf, newest, remedyIn } from './contest/find-matter.ts';
export { type Papers, papersFor } from './contest/for-reviewer.ts';
export {
  type IssuedNotice,
  issueNotices,
  type NoticeReport,
  type NoticeToIssue,
  reportNotice,
} from './contest/issue-notices.ts';
export { casesAbout, type LoadedCase } from './contest/load.ts';
export { lodgeAppeal, type NewAppeal } from './contest/lodge.ts';
export { ifItMay, type Moved, type MoveRequest, move, moveMany } from './contest/move.ts';
export { type NewCase, type OpenedCase, openCases } from './contest/open-case.ts';
export { carriedInto } from './contest/ordered-before.ts';
export {
  notePayments,
  type Ordered,
  orderPayments,
  type PaymentNote,
  type PaymentOrder,
} from './contest/pay.ts';
export { assignWaiting, reviewQueue, turnOf, type Waiting, workload } from './contest/queue.ts';
export type { Rate } from './contest/rate.ts';
export {
  noteTold,
  openRemedy,
  proposeRemedy,
  type RemedyProgress,
  remedyProgress,
  type Searched,
  searchRemedy,
  stepRemedy,
  suspendAll,
} from './contest/remedy.ts';
export { cancelAll, reopenAll } from './contest/remedy-each.ts';
export { queryDigest, type RemedyQuery } from './contest/remedy-query.ts';
export {
  type Consent,
  consentTo,
  endConsent,
  helpersOf,
  type Representative,
} from './contest/representative.ts';
export {
  answerRequest,
  askRequest,
  type CaseRequest,
  type NewRequest,
  requestsOf,
} from './contest/requests.ts';
export {
  type Answered as AnsweredAppeal,
  answersInOrder,
  missingNotices,
  overdueAppeals,
  type Unconfirmed,
  unconfirmedSuspensions,
} from './contest/signals.ts';
export { noteRead, type Step, stepAppeal, stepEffect, stepReview } from './contest/steps.ts';
export { contest } from './contest/tables.ts';
export type { Context } from './context.ts';
export { type CorrectionRequest, recordCorrections } from './correct.ts';
export { documentText, readDocument } from './declaration/document.ts';
export {
  type PartialSpec,
  parseDeclaration,
  parsePolicy,
  readDeclaration,
  readPolicy,
  readSpec,
  specOf,
} from './declaration/read-declaration.ts';
export { type Erasure, erase } from './erase.ts';
export { appErrors } from './errors.ts';
export { requireSignable } from './evidence/signable.ts';
export { digestOfExplanation } from './explain/digest.ts';
export {
  type Explained,
  type ExplainRequest,
  explainDecision,
} from './explain/explain-decision.ts';
export type { AuditedModel } from './explain/group-recourse.ts';
export { digestOfModel } from './explain/open-model.ts';
export { recordExplanation } from './explain/record-explanation.ts';
export type { Pick } from './explain/subject.ts';
export {
  type ExplanationFormat,
  explanationFormats,
  mayBeSent,
  parseExplanationFormats,
  renderExplanation,
  writeExplanation,
} from './explain/write-explanation.ts';
export { type Exported, type ExportRequest, exportDecisions } from './export.ts';
export { cannotWrite, kindOf, writeWhole } from './files.ts';
export { type CheckedLedger, checkLedger, type LedgerCheck } from './fsck.ts';
export { type NewestCheckpoint, showHead } from './head.ts';
export { type IncidentLine, listIncidents, type ShownIncident, showIncident } from './incidents.ts';
export { type BegunDeclaration, initDeclaration, type NewDeclaration } from './init-declaration.ts';
export { initLedger, type NewLedger } from './init-ledger.ts';
export { type KeyChange, manageKeys } from './keys.ts';
export { BadRow, type Refusal, refusalOf } from './ledger/refusal.ts';
export type { RecordingRoles } from './ledger/to-draft.ts';
export { type Publication, publishLog } from './publish.ts';
export { type GivenReceipt, giveReceipt, type ReceiptRequest } from './receipt.ts';
export {
  type Accepted,
  type Recorded,
  type RecordingListener,
  type RecordingRequest,
  type Refused,
  recordDecisions,
} from './record.ts';
export { type Remedies, showRemedies, weightsCsv } from './remedies/show-remedies.ts';
export { formatNames, type ReportFormat, reportForms } from './reports/formats.ts';
export { requireAudits } from './reports/require-audits.ts';
export { settleTarget, type Target } from './reports/target.ts';
export { renderReport, writeForms } from './reports/write.ts';
export { type ReproductionReport, type ReproductionRequest, reproduce } from './reproduce.ts';
export { type SignedEvidence, signResult } from './sign.ts';
export {
  type AnyCapability,
  type Capability,
  defineCapability,
  type StatePlace,
} from './state/capability.ts';
export { answersOf } from './state/outbox/answers.ts';
export { AddressRefused } from './state/outbox/fault.ts';
export {
  type OutboxMessage,
  type OutboxState,
  outbox,
  overtake,
  putInOutbox,
} from './state/outbox/outbox.ts';
export { type Answer, postSigned } from './state/outbox/post-signed.ts';
export {
  type Answered,
  type Carrier,
  type Outgoing,
  type Receiver,
  type Sending,
  type Sent,
  sendDue,
  type Undelivered,
} from './state/outbox/send.ts';
export {
  countOutbox,
  listTroubled,
  type OutboxCounts,
  settleTroubled,
  type Trouble,
} from './state/outbox/troubled.ts';
export { openState, readState, type State, type Statements } from './state/state.ts';
export { changesOf, type DeclarationChange } from './systems/changes.ts';
export { checkDecision } from './systems/check-decision.ts';
export { isFavourable } from './systems/favourable.ts';
export type { People } from './systems/people.ts';
export { type SystemsTables, systemsTables } from './systems/tables.ts';
export {
  approveVersion,
  configOf,
  type Doing,
  declareSystem,
  findVersion,
  isRetired,
  listSystems,
  listVersions,
  retireVersion,
  type SystemVersion,
} from './systems/versions.ts';
export { verifierPage, writeVerifierPage } from './verifier/page.ts';
export { type CheckedEvidence, checkEvidence, pageOfEvidence } from './verify-evidence.ts';
export { type CheckedGrowth, checkGrowth, type GrowthCheck } from './verify-growth.ts';
export { type CheckedLog, checkLog, type LogCheck } from './verify-log.ts';
export { type CheckedReceipt, checkReceipt, type ReceiptCheck } from './verify-receipt.ts';
export {
  type Alert,
  alertKinds,
  alertMessage,
  type Delivery,
  deliveriesOf,
  listAlerts,
  type RaisedAlert,
  raiseAlert,
  wasRaised,
} from './watch/alerts.ts';
export type { BreakerPosition, BreakerState } from './watch/breaker-state.ts';
export {
  type Closing,
  type ClosingEvidence,
  closeBreaker,
  closingEvidence,
  type DeclaredRemedy,
  proposeClosing,
  readProposal,
} from './watch/close-breaker.ts';
export { replayBreakers } from './watch/fold.ts';
export { enforceHardRules, type RuleNow, rulesNow } from './watch/hard-rules.ts';
export { confirmHold, type Hold, holdMessages, orderHold, readHold } from './watch/holds.ts';
export { openBreaker, stopByHand } from './watch/open-breaker.ts';
export { type WatchTables, watchTables } from './watch/tables.ts';
export type { Trajectory } from './watch/trajectory.ts';
export {
  type BreakerChange,
  isStopped,
  mayDecide,
  readBreaker,
  type StoredBreaker,
  type WatchDesk,
  watchLedger,
} from './watch/watch-ledger.ts';
export { cosign, type RunningWitness, startWitness, type WitnessPlan } from './witness.ts';
