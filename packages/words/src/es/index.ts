import type { Catalogue } from '../message.ts';
import { answer } from './answer.ts';
import { audit } from './audit.ts';
import { audits } from './audits.ts';
import { change } from './change.ts';
import { command } from './command.ts';
import { contract } from './contract.ts';
import { findings } from './findings.ts';
import { help } from './help.ts';
import { kernel } from './kernel.ts';
import { noticeLetter } from './notice-letter.ts';
import { portal } from './portal.ts';
import { report } from './report.ts';
import { scores } from './scores.ts';
import { subgroups } from './subgroups.ts';
import { tribunal } from './tribunal.ts';
import { verifier } from './verifier.ts';
import { watch } from './watch.ts';

/** The files of English that are wholly in Spanish; a test holds each to the keys of English. */
export const spanishFiles = {
  answer,
  audit,
  audits,
  change,
  contract,
  findings,
  help,
  kernel,
  noticeLetter,
  portal,
  report,
  scores,
  subgroups,
  tribunal,
  verifier,
  watch,
} as const;

/** The catalogue of Spanish. */
export const es: Catalogue = Object.assign({}, ...Object.values(spanishFiles), command);
