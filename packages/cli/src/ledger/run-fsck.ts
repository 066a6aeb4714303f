/** What `ombud ledger fsck` does; apart from the other commands of a ledger, so that it loads no audit. */
import { checkLedger } from '@ombud/app';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { readText } from '../read-text.ts';
import { print, sentence, withContext } from '../terminal.ts';

/** The flags of `ombud ledger fsck`. */
export interface FsckFlags {
  readonly key?: string[];
  readonly against?: string[];
  readonly treeOnly?: boolean;
}

export async function runFsck(location: string, flags: FsckFlags = {}): Promise<ExitCode> {
  const { key: keys = [], against: files = [], treeOnly = false } = flags;
  const against = await Promise.all(files.map((file) => readText(file)));
  const check = { location, keys, against, treeOnly };
  const checked = await withContext((context) => checkLedger(check, context));
  const { entries, payloads, erased, problem, cases } = checked;
  if (problem !== null) throw problem;
  const [whole, tree] = ['fsck/whole', 'fsck/tree'];
  print(sentence(treeOnly ? tree : whole, { entries, payloads, erased }));
  if (cases.matters > 0) print(sentence('fsck/cases', { ...cases }));
  return exitCodes.pass;
}
