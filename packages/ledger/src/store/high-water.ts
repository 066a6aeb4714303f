/**
 * The high-water mark: the largest size that this writer committed, in a file beside the key. A write-ahead log that was
 * deleted takes entries with it without a trace in the database; the mark shows that they were there.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const markFile = 'high-water';
const ownerOnly = 0o600;
const digits = 16;

export interface HighWater {
  /** Writes a size behind its commit. It is not synced: it must never be ahead, and may be a little late. */
  raise(size: number): void;
  close(): void;
}

/** The largest size that was ever committed here, or 0 where there is no mark. */
export async function readHighWater(folder: string): Promise<number> {
  const text = await readFile(join(folder, markFile), 'utf8').catch(() => '0');
  const size = Number(text.trim());
  return Number.isSafeInteger(size) ? size : 0;
}

/** Opens the mark for writing. */
export function openHighWater(folder: string): HighWater {
  const file = join(folder, markFile);
  closeSync(openSync(file, 'a', ownerOnly));
  const handle = openSync(file, 'r+', ownerOnly);
  let written = -1;
  return {
    raise(size) {
      if (size <= written) return;
      written = size;
      try {
        // A few bytes into the system's memory: having another thread do it would take ten times as long.
        writeSync(handle, `${String(size).padStart(digits, '0')}\n`, 0);
      } catch {
        // A mark that cannot be written (a full disk) is late, which is allowed; the commit itself has its own errors.
      }
    },
    close: () => closeSync(handle),
  };
}
