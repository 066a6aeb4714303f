import type { Catalogue } from '../message.ts';
import { answer } from './answer.ts';
import { audits } from './audits.ts';
import { findings } from './findings.ts';
import { report } from './report.ts';
import { scores } from './scores.ts';

/** Spanish, a file for each file of English that is translated; a test holds each to the keys of English. */
export const spanishFiles = { answer, audits, findings, report, scores } as const;

/** The catalogue of Spanish. */
export const es: Catalogue = Object.assign({}, ...Object.values(spanishFiles));
