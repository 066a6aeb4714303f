import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@ombud/app';
import type { Command } from 'commander';
import { settleTarget } from '../audit/write-reports.ts';
import { cliErrors } from '../errors.ts';
import { auditAndShow } from './audit.ts';

/** From the built command to the examples of the clone. */
const example = (): string =>
  fileURLToPath(new URL('../../../examples/berkeley-1973/ombud.yaml', import.meta.url));

/** `npm start`: real decisions, from the question to the answer, in one step. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .summary('audit an example: who was admitted at Berkeley in 1973?')
    .option('--out <dir>', 'where the report goes', 'ombud-report')
    .action(async (flags: { out: string }) => {
      const file = relative(process.cwd(), example());
      if (!existsSync(file)) throw cliErrors.error('OMBUD_E_NO_SOURCE', 'no-example');
      const { source = '', groups = [], ...spec } = readConfig(file);
      await auditAndShow({ ...spec, source, groups }, settleTarget(`${flags.out}/`, []));
      process.stdout.write(
        '\nNow your own decisions: npx ombud audit FILE --decision COLUMN=VALUE --groups COLUMN\n',
      );
      process.exitCode = 0;
    });
}
