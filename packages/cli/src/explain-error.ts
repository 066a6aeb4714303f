import { type ErrorKind, isOmbudError } from '@ombud/kernel';
import { visible } from '@ombud/report';
import { english, sayError } from '@ombud/words';

interface Coded {
  readonly code: string;
  readonly exitCode: number;
  readonly message: string;
}

const isCoded = (error: unknown): error is Coded =>
  error instanceof Error &&
  typeof (error as Partial<Coded>).code === 'string' &&
  typeof (error as Partial<Coded>).exitCode === 'number';

/** The exit code of each kind of error: 1 a check failed, 2 wrong use or bad input, 4 our fault. */
const exitCodes: Readonly<Record<ErrorKind, 1 | 2 | 4>> = {
  input: 2,
  'not-found': 2,
  conflict: 2,
  unavailable: 2,
  disproved: 1,
  fault: 4,
};

/**
 * What a person is told: the sentence of a coded error, never a stack trace. Anything else is our fault, and
 * OMBUD_DEBUG=1 shows where.
 */
export function explainError(error: unknown): { readonly sentence: string; readonly exitCode: number } {
  if (isOmbudError(error) && 'params' in error)
    return {
      sentence: `${visible(sayError(english, error, 'command'))} [${error.code}]`,
      exitCode: exitCodes[error.kind],
    };
  if (isCoded(error))
    return { sentence: `${visible(error.message)} [${error.code}]`, exitCode: error.exitCode };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const where =
    process.env.OMBUD_DEBUG === '1' ? `\n${stack}` : ' Set OMBUD_DEBUG=1 to see where, and please report it.';
  return { sentence: `This is our fault: ${visible(message)}${where} [OMBUD_E_UNEXPECTED]`, exitCode: 4 };
}
