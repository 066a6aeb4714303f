import { confirm, isCancel } from '@clack/prompts';
import { type ReproductionReport, reproduce } from '@ombud/app';
import { say } from '@ombud/words';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readText } from '../read-text.ts';
import { canAsk, language, print, sentence, withContext } from '../terminal.ts';

async function confirmConnection(host: string): Promise<boolean> {
  const answer = await confirm({
    message: say(language, 'cli/reproduce/connect', { host }),
    initialValue: false,
  });
  return !isCancel(answer) && answer;
}

const keyOf = ({ same, erasedSince }: ReproductionReport): string =>
  same ? 'reproduce/same' : erasedSince > 0 ? 'reproduce/erased' : 'reproduce/differs';

/**
 * `ombud audit --reproduce`: runs the audit of an envelope again.
 * @param source `ledger:DIR#system`, where the person says that the ledger lies
 * @returns 1 where it differs
 */
export async function runReproduction(
  file: string,
  source: string | undefined,
  keys: readonly string[] = [],
): Promise<ExitCode> {
  const evidence = await readText(file, 'evidence');
  const report = await withContext((context) =>
    reproduce(
      {
        evidence,
        keys,
        ...(source === undefined ? {} : { source }),
        ...(canAsk() ? { confirmConnection } : {}),
      },
      context,
    ),
  );
  print(sentence(keyOf(report), { ...report }));
  return report.same ? exitCodes.pass : exitCodes.fail;
}
