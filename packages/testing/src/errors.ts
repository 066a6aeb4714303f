import { isOmbudError } from '@ombud/kernel';
import { english, sayError } from '@ombud/words';

/** The English sentence of one of our errors; anything else is thrown on, so that a test never passes by a defect. */
export function sentenceOf(error: unknown): string {
  if (isOmbudError(error)) return sayError(english, error);
  throw error;
}

/**
 * The English sentence of the error that `run` throws or rejects with.
 * @throws where it does neither
 * @example expect(await refusalOf(() => openLedger('x'))).toContain('There is no ledger in x')
 */
export async function refusalOf(run: () => unknown): Promise<string> {
  let result: unknown;
  try {
    result = await run();
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error(`nothing was refused; it gave ${String(result)}`);
}
