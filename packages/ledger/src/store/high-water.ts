/**
 * The high-water mark: the largest size that this writer committed, in a file beside the key. A write-ahead log that was
 * deleted takes entries with it without a trace in the database; the mark shows that they were there.
 */
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const markFile = 'high-water';
const ownerOnly = 0o600;
const digits = 16;

export interface HighWater {
  /** Remembers a size. It is written behind the commit and not synced: it must never be ahead, and may be a little late. */
  raise(size: number): void;
  /** Waits until the newest size is written. */
  close(): Promise<void>;
}

/** The largest size that was ever committed here, or 0 where there is no mark. */
export async function readHighWater(folder: string): Promise<number> {
  const text = await readFile(join(folder, markFile), 'utf8').catch(() => '0');
  const size = Number(text.trim());
  return Number.isSafeInteger(size) ? size : 0;
}

/** Opens the mark for writing. */
export async function openHighWater(folder: string): Promise<HighWater> {
  const file = await open(join(folder, markFile), 'a', ownerOnly);
  await file.close();
  const handle = await open(join(folder, markFile), 'r+', ownerOnly);
  return writerOf(handle);
}

function writerOf(handle: FileHandle): HighWater {
  let wanted = -1;
  let written = -1;
  let running: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (written < wanted) {
      const size = wanted;
      await handle.write(`${String(size).padStart(digits, '0')}\n`, 0);
      written = size;
    }
  };
  const start = (): void => {
    running ??= write()
      // A mark that cannot be written (a full disk) is late, which is allowed; the commit itself has its own errors.
      .catch(() => {
        written = wanted;
      })
      .finally(() => {
        running = null;
        if (written < wanted) start();
      });
  };
  return {
    raise(size) {
      wanted = Math.max(wanted, size);
      start();
    },
    async close() {
      while (running !== null) await running;
      await handle.close();
    },
  };
}
