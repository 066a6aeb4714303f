/** A file for the owner alone, which has no name any more where the system allows it: whatever ends the process, it is gone. */
import { closeSync, openSync, readSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerErrors } from '../errors.ts';
import { systemCode } from '../system-error.ts';

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
    return overFile(openSync(path, 'wx+', 0o600), path, folder);
  } catch {
    return null;
  }
}

function overFile(file: number, path: string, folder: string): TemporaryFile {
  const isNameless = unlinkOpen(path);
  return {
    write(bytes, at) {
      try {
        for (let done = 0; done < bytes.length; )
          done += writeSync(file, bytes, done, bytes.length - done, at + done);
      } catch (cause) {
        throw writeError(cause, folder);
      }
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

function writeError(cause: unknown, location: string): Error {
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(cause));
  return isFull
    ? ledgerErrors.error('OMBUD_E_LEDGER_DISK_FULL', 'full', { location }, { cause })
    : ledgerErrors.error('OMBUD_E_LEDGER_STORE', 'disk', { location, detail: systemCode(cause) }, { cause });
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
