import { isOmbudError } from '@ombud/kernel';
import { english, sayError } from '@ombud/words';

/**
 * What a person is told when something fails: the sentence of the error, as the command says it, and its code. Throws
 * where nothing fails, and what is no error of ours.
 * @example expect(await told(() => audit(spec))).toMatch(/no column "sexx".*"sex".*OMBUD_E_UNKNOWN_COLUMN/)
 */
export async function told(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (isOmbudError(error)) return `${sayError(english, error, 'command')} [${error.code}]`;
    throw error;
  }
  throw new Error('it did not fail');
}
