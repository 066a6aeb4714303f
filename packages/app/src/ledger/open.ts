import {
  closeLedger,
  type Ledger,
  type OpenOptions,
  openLedger,
  openWriter,
  type Writer,
} from '@ombud/ledger';
import type { Context } from '../context.ts';

/** Opens a ledger for reading, and closes it whatever happens. @param location a folder or a `postgres://` URL */
export async function withLedger<T>(
  location: string,
  work: (ledger: Ledger) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const ledger = await openLedger(location, options);
  try {
    return await work(ledger);
  } finally {
    await closeLedger(ledger);
  }
}

/** Opens a ledger for writing, and frees its lock whatever happens; a writer that the front holds open is used and stays open. */
export async function withWriter<T>(
  location: string,
  { now, writer: open }: Context,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  if (open !== undefined) return work(open);
  const writer = await openWriter(location, { now });
  try {
    return await work(writer);
  } finally {
    await writer.close();
  }
}
