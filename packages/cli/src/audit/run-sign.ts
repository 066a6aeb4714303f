import { pageOfEvidence, signResult, writeWhole } from '@ombud/app';
import type { AuditSpec, Result } from '@ombud/contract';
import { language, print, sentence, withContext } from '../terminal.ts';

/** Where the evidence goes, and how what it tells is limited. */
export interface SignFlags {
  readonly file: string;
  readonly quiet: boolean;
  readonly releases?: string;
  readonly minimumCell?: number;
}

/** `evidence.json` has its page in `evidence.html`. */
const pageBeside = (file: string): string => `${file.replace(/\.json$/, '')}.html`;

/** `ombud audit --sign`: records the evidence in the ledger, writes the envelope to a file, and says so unless quiet. */
export async function runSign(
  result: Result,
  spec: AuditSpec,
  { file, quiet, ...release }: SignFlags,
): Promise<void> {
  const { envelope, ...signed } = await withContext(
    (context) => signResult({ spec, result, ...release }, context),
    quiet,
  );
  await writeWhole(file, `${JSON.stringify(envelope, null, 2)}\n`);
  await writeWhole(pageBeside(file), pageOfEvidence(envelope, language));
  if (!quiet) print(sentence('audit/signed', { ...signed, file }));
}
