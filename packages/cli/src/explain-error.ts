import { isOmbudError } from '@ombud/kernel';
import { visible } from '@ombud/report';
import { say, sayError } from '@ombud/words';
import { type ExitCode, exitCodeOfError, exitCodes } from './exit-codes.ts';
import { language } from './terminal.ts';

interface Coded {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly message: string;
}

const isCoded = (error: unknown): error is Coded =>
  error instanceof Error &&
  typeof (error as Partial<Coded>).code === 'string' &&
  typeof (error as Partial<Coded>).exitCode === 'number';

/**
 * What a person is told: the sentence of a coded error, never a stack trace. Anything else is our fault, and
 * OMBUD_DEBUG=1 shows where.
 */
export function explainError(error: unknown): { readonly sentence: string; readonly exitCode: ExitCode } {
  if (isOmbudError(error) && 'params' in error)
    return {
      sentence: `${visible(sayError(language, error, 'command'))} [${error.code}]`,
      exitCode: exitCodeOfError[error.kind],
    };
  if (isCoded(error))
    return { sentence: `${visible(error.message)} [${error.code}]`, exitCode: error.exitCode };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const fault = say(language, 'cli/our-fault', { message: visible(message) });
  const where = process.env.OMBUD_DEBUG === '1' ? `\n${stack}` : ` ${say(language, 'cli/our-fault-report')}`;
  return {
    sentence: `${fault}${where} [OMBUD_E_UNEXPECTED]`,
    exitCode: exitCodes.ourFault,
  };
}
