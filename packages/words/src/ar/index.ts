import type { Catalogue } from '../message.ts';
import { fixed } from './fixed.ts';
import { line } from './line.ts';

/** Arabic: the fixed texts of a report and the verdict line; what is not here is said in English. */
export const ar: Catalogue = { ...fixed, ...line };
