// Runs a command as a process of its own and takes its wall time, its own peak memory and CPU time.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Measured {
  /** Median wall seconds from start to exit, the start of the interpreter included. */
  readonly seconds: number;
  /** The largest peak of the runs in MB; null where the process left none. */
  readonly megabytes: number | null;
  /** Median CPU seconds of all threads, which other work on the machine disturbs less; null where it left none. */
  readonly cpuSeconds: number | null;
  readonly runs: number;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Exit codes that mean that the work was done. */
  readonly done?: readonly number[];
}

const hook = pathToFileURL(join(import.meta.dirname, 'used-hook.mjs')).href;

/** A Node program that tells what it used. */
export function node(...args: readonly string[]): Program {
  return { command: process.execPath, args: ['--import', hook, ...args] };
}

interface Used {
  readonly megabytes: number;
  readonly cpuSeconds: number;
}

interface Once {
  readonly seconds: number;
  readonly used: Used | null;
}

function once(program: Program, usedFile: string): Promise<Once> {
  return new Promise((resolve, reject) => {
    const errors: Buffer[] = [];
    const start = performance.now();
    const child = spawn(program.command, program.args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, OMBUD_BENCH_USED: usedFile },
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      const seconds = (performance.now() - start) / 1000;
      if (!(program.done ?? [0]).includes(code ?? -1)) {
        const message = Buffer.concat(errors).toString().trim().split('\n').slice(-3).join(' | ');
        reject(new Error(`${program.command} ${program.args.join(' ')} ended with ${code}: ${message}`));
        return;
      }
      resolve({ seconds, used: usedBy(usedFile) });
    });
  });
}

function usedBy(file: string): Used | null {
  try {
    const [kilobytes, cpuSeconds] = readFileSync(file, 'utf8').split(' ').map(Number);
    return { megabytes: (kilobytes ?? Number.NaN) / 1024, cpuSeconds: cpuSeconds ?? Number.NaN };
  } catch {
    return null;
  }
}

/** Runs the program `runs` times, one after another; throws with the end of its error output when it fails. */
export async function measure(program: Program, runs: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-'));
  try {
    const all: Once[] = [];
    for (let run = 0; run < runs; run++) all.push(await once(program, join(folder, `used-${run}`)));
    const used = all.flatMap((one) => (one.used === null ? [] : [one.used]));
    return {
      seconds: median(all.map((one) => one.seconds)),
      megabytes: used.length > 0 ? Math.max(...used.map((one) => one.megabytes)) : null,
      cpuSeconds: used.length > 0 ? median(used.map((one) => one.cpuSeconds)) : null,
      runs,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] ?? Number.NaN, sorted[Math.ceil(middle)] ?? Number.NaN];
  return (low + high) / 2;
}
