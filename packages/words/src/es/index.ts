import { joinFiles } from '../catalogue.ts';
import type { Catalogue } from '../message.ts';
import { answer } from './answer.ts';
import { app } from './app.ts';
import { attributions } from './attributions.ts';
import { audit } from './audit.ts';
import { audits } from './audits.ts';
import { caseStates } from './case-states.ts';
import { cases } from './cases.ts';
import { change } from './change.ts';
import { cli } from './cli.ts';
import { console } from './console.ts';
import { contest } from './contest.ts';
import { contract } from './contract.ts';
import { explain } from './explain.ts';
import { explanation } from './explanation.ts';
import { findings } from './findings.ts';
import { help } from './help.ts';
import { incidents } from './incidents.ts';
import { kernel } from './kernel.ts';
import { ledger } from './ledger.ts';
import { model } from './model.ts';
import { noticeLetter } from './notice-letter.ts';
import { outgoing } from './outgoing.ts';
import { portal } from './portal.ts';
import { report } from './report.ts';
import { reportTables } from './report-tables.ts';
import { scores } from './scores.ts';
import { server } from './server.ts';
import { staged } from './staged.ts';
import { stats } from './stats.ts';
import { subgroups } from './subgroups.ts';
import { table } from './table.ts';
import { tlog } from './tlog.ts';
import { tribunal } from './tribunal.ts';
import { verifier } from './verifier.ts';
import { watch } from './watch.ts';

/** The files of English that are wholly in Spanish; a test holds each to the keys of English. */
export const spanishFiles = {
  answer,
  app,
  attributions,
  audit,
  audits,
  caseStates,
  cases,
  change,
  cli,
  contest,
  contract,
  explain,
  explanation,
  findings,
  help,
  incidents,
  kernel,
  ledger,
  model,
  noticeLetter,
  outgoing,
  portal,
  report,
  reportTables,
  scores,
  staged,
  stats,
  subgroups,
  table,
  tlog,
  tribunal,
  verifier,
  watch,
} as const;

/** The catalogue of Spanish; the summaries of the server's routes are in English. */
export const es: Catalogue = joinFiles(...Object.values(spanishFiles), server, console);
