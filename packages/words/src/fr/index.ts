import { joinFiles } from '../catalogue.ts';
import type { Catalogue } from '../message.ts';
import { noticeLetter } from './notice-letter.ts';
import { portal } from './portal.ts';

/** The catalogue of French. */
export const fr: Catalogue = joinFiles(noticeLetter, portal);
