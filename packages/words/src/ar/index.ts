import type { Catalogue } from '../message.ts';
import { fixed } from './fixed.ts';
import { line } from './line.ts';
import { noticeLetter } from './notice-letter.ts';
import { portal } from './portal.ts';

/** Arabic: the fixed texts of a report, the verdict line, notices; what is not here is said in English. */
export const ar: Catalogue = { ...fixed, ...line, ...noticeLetter, ...portal };
