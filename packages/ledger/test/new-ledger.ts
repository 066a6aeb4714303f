import { join } from 'node:path';
import { createLedger, openWriter } from '../src/index.ts';
import { decision, logOrigin, temporaryFolder } from './helpers.ts';

/** A ledger in a folder, with the decisions about `subject-0`, `subject-1`, ... */
export async function newLedger(count: number, folder = join(temporaryFolder(), 'ledger')): Promise<string> {
  await createLedger(folder, logOrigin);
  const writer = await openWriter(folder);
  await writer.appendMany(Array.from({ length: count }, (_, i) => decision(`subject-${i}`)));
  await writer.close();
  return folder;
}
