import type { Catalogue } from '../message.ts';
import { errors } from './errors/index.ts';
import { fixed } from './fixed.ts';
import { line } from './line.ts';
import { noticeLetter } from './notice-letter.ts';
import { portal } from './portal.ts';

/** Arabic: the fixed texts of a report, the verdict line, every error, notices; what is not here is said in English. */
export const ar: Catalogue = { ...errors, ...fixed, ...line, ...noticeLetter, ...portal };
