import { writeSync } from 'node:fs';

/**
 * Prints whole and at once, as a child that may be killed at any moment must. Where the pipe is full for a moment, because its
 * reader is slow, it waits: a child that ended by that would free what it holds, and the test would see a fault that is none.
 */
export function printNow(text: string): void {
  let left = Buffer.from(text);
  while (left.length > 0)
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
}
