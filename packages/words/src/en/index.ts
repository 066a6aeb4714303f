import { kernel } from './kernel.ts';

/** English: the complete catalogue, and the one whose keys the others must have. Each package's words are a file. */
export const en = {
  ...kernel,
} as const;

export type Key = keyof typeof en;
