/** Runs `ombud ...` in this process and keeps what it prints. */
import { vi } from 'vitest';
import { run } from '../src/program.ts';

/** What a command printed, and its exit code. */
export interface RanHere {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** Both, in order. */
  readonly text: string;
}

export async function ombud(...args: string[]): Promise<RanHere> {
  const printed = { out: '', err: '', text: '' };
  const keep =
    (stream: 'err' | 'out') =>
    (chunk: string | Uint8Array, ...more: unknown[]): boolean => {
      printed[stream] += chunk;
      printed.text += chunk;
      for (const written of more) if (typeof written === 'function') written();
      return true;
    };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ];
  try {
    return { exit: await run(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
