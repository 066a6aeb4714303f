import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf, readSpec, reportForms, settleTarget } from '@ombud/app';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { print, sentence } from '../terminal.ts';
import { auditAndShow } from './run-audit.ts';

/** From the built command to the examples of the clone. */
const example = (): string =>
  fileURLToPath(new URL('../../../examples/berkeley-1973/ombud.yaml', import.meta.url));

/** `ombud demo`. What the example's verdict is, the demonstration succeeded. */
export async function runDemo(out: string): Promise<ExitCode> {
  const file = relative(process.cwd(), example());
  if ((await kindOf(file)) === null) throw cliErrors.error('OMBUD_E_NO_SOURCE', 'no-example');
  const { source = '', groups = [], ...spec } = await readSpec(file);
  await auditAndShow({ ...spec, source, groups }, await settleTarget(`${out}/`, [], reportForms));
  print(`\n${sentence('demo/next')}`);
  return exitCodes.pass;
}
