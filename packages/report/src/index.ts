export { renderChangeHtml } from './change/page.tsx';
export { renderChangeMarkdown, renderChangeText } from './change/render.ts';
export { renderCsv } from './csv.ts';
export { type Block, letterBlocks, renderLetterText } from './explanation/letter.ts';
export { renderExplanationMarkdown } from './explanation/markdown.ts';
export { renderExplanationHtml, renderLetterHtml } from './explanation/page.tsx';
export { renderExplanationText } from './explanation/text.ts';
export { renderLl144 } from './html/ll144.tsx';
export { renderHtml } from './html/page.tsx';
export { renderJson } from './json.ts';
export { renderJUnit } from './junit.ts';
export { renderMarkdown } from './markdown.ts';
export { type BatchPiece, printBatch } from './notice/batch.ts';
export { renderNoticeHtml } from './notice/sheet.tsx';
export { type NoticeMail, renderNoticeMail } from './notice/text.ts';
export {
  type AppealForm,
  type Lodged,
  renderAppealPage,
  renderLodgedPage,
  renderSavedPage,
} from './portal/appeal-pages.tsx';
export { renderCasePage } from './portal/case-page.tsx';
export type { CaseDatum, CaseEvent, CaseLook, CaseView } from './portal/case-view.ts';
export { renderEnterPage } from './portal/enter-page.tsx';
export type { PortalFrame } from './portal/frame.tsx';
export {
  type AskedFor,
  renderCorrectPage,
  renderMorePage,
  renderProofPage,
  renderRequestPage,
} from './portal/request-pages.tsx';
export {
  type AppealAnswers,
  type AppealStep,
  type AppealTerms,
  appealSteps,
  aroundStep,
  checkStep,
  type FormValues,
  firstOpen,
  grounds,
  noAnswers,
  readStep,
  type StepProblem,
} from './portal/steps.ts';
export { renderSarif } from './sarif.ts';
export { renderTerminal, type TerminalOptions } from './terminal.ts';
export { type PageScript, renderVerifier } from './verifier/page.tsx';
export {
  answerSentences,
  assertionParts,
  assertionSentence,
  auditName,
  findingTable,
  furtherSentences,
  leftOutSentence,
  meaningSentences,
  reasonSentence,
  reversalSentences,
  verdictSentence,
} from './words/sentences.ts';
