import { isOmbudError, OmbudError } from '@ombud/kernel';
import { say, sayError, visible } from '@ombud/words';
import { type ExitCode, exitCodeOfError, exitCodes } from './exit-codes.ts';
import { shellWord } from './shell-word.ts';
import { language } from './terminal.ts';
import { visibleParams } from './visible-params.ts';

interface Coded {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly message: string;
}

const isCoded = (error: unknown): error is Coded =>
  error instanceof Error &&
  typeof (error as Partial<Coded>).code === 'string' &&
  typeof (error as Partial<Coded>).exitCode === 'number';

/** An example of a role is printed so that it can be pasted. */
function forTerminal({ code, reason, kind, params }: OmbudError): OmbudError {
  const { example } = params;
  const pasted = typeof example === 'string' ? { ...params, example: shellWord(example) } : params;
  return new OmbudError(code, reason, kind, visibleParams(pasted));
}

/**
 * What a person is told: the sentence of a coded error, never a stack trace. Anything else is our fault, and
 * OMBUD_DEBUG=1 shows where.
 */
export function explainError(error: unknown): { readonly sentence: string; readonly exitCode: ExitCode } {
  if (isOmbudError(error) && 'params' in error)
    return {
      sentence: `${sayError(language, forTerminal(error), 'command')} [${error.code}]`,
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
