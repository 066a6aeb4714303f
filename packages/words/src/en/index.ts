import { findings } from './findings.ts';
import { kernel } from './kernel.ts';
import { ledger } from './ledger.ts';
import { stats } from './stats.ts';
import { tlog } from './tlog.ts';

/** English: the complete catalogue, and the one whose keys the others must have. Each package's words are a file. */
export const en = {
  ...kernel,
  ...ledger,
  ...stats,
  ...tlog,
  ...findings,
} as const;

export type Key = keyof typeof en;
