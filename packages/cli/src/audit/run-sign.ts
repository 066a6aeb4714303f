import { signResult, writeWhole } from '@ombud/app';
import type { AuditSpec, Result } from '@ombud/contract';
import { print, sentence, withContext } from '../terminal.ts';

/** `ombud audit --sign`: records the evidence in the ledger, writes the envelope to a file, and says so unless quiet. */
export async function runSign(result: Result, spec: AuditSpec, file: string, quiet = false): Promise<void> {
  const { envelope, ...signed } = await withContext(
    (context) => signResult({ spec, result }, context),
    quiet,
  );
  await writeWhole(file, `${JSON.stringify(envelope, null, 2)}\n`);
  if (!quiet) print(sentence('audit/signed', { ...signed, file }));
}
