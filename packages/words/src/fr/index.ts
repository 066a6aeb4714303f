import type { Catalogue } from '../message.ts';
import { noticeLetter } from './notice-letter.ts';

/** The catalogue of French. */
export const fr: Catalogue = { ...noticeLetter };
