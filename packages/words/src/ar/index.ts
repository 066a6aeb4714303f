import { joinFiles } from '../catalogue.ts';
import { isolated } from '../isolates.ts';
import type { Catalogue } from '../message.ts';
import { answer } from './answer.ts';
import { audits } from './audits.ts';
import { errors } from './errors/index.ts';
import { findings } from './findings.ts';
import { fixed } from './fixed.ts';
import { line } from './line.ts';
import { noticeLetter } from './notice-letter.ts';
import { portal } from './portal.ts';
import { report } from './report.ts';
import { scores } from './scores.ts';

/**
 * Arabic: the report of rates (its fixed texts, verdict, sentences), every error, notices and the portal; what is not here is
 * said in English. Written in plain Modern Standard Arabic and read by no native reader yet.
 */
export const ar = (): Catalogue =>
  joinFiles(
    isolated(joinFiles(errors, answer, audits, findings, fixed, line, report, scores)),
    noticeLetter,
    portal,
  );
