/** A file for the owner alone, which has no name any more where the system allows it: whatever ends the process, it is gone. */
import { closeSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes at places of a file. */
export interface TemporaryFile {
  write(bytes: Uint8Array, at: number): void;
  /** Fills `bytes`. */
  read(bytes: Uint8Array, at: number): void;
  close(): void;
}

/** Makes a file in a folder; null where none can be made. */
export function openTemporaryFile(folder: string): TemporaryFile | null {
  const path = join(folder, `.ombud-${crypto.randomUUID()}`);
  try {
    return overFile(openSync(path, 'wx+', 0o600), path);
  } catch {
    return null;
  }
}

function overFile(file: number, path: string): TemporaryFile {
  const isNameless = unlinkOpen(path);
  return {
    write(bytes, at) {
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, bytes.length - done, at + done);
    },
    read(bytes, at) {
      for (let done = 0; done < bytes.length; ) {
        const more = readSync(file, bytes, done, bytes.length - done, at + done);
        if (more === 0) throw new RangeError('a temporary file ends before what was written to it');
        done += more;
      }
    },
    close() {
      closeSync(file);
      if (!isNameless) rmSync(path, { force: true });
    },
  };
}

/** Windows may refuse it while the file is open. */
function unlinkOpen(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}
