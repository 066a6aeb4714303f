import { en } from './en/index.ts';
import type { Catalogue } from './message.ts';

/** A language that Ombud speaks. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly catalogue: Catalogue;
}

export const english: Language = { tag: 'en', direction: 'ltr', catalogue: en };
