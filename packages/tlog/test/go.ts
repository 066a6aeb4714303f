import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../interop/go', import.meta.url));

/** Why the Go program cannot run here, for the name of a skipped test; empty where it can. */
export const goReason = hasGo() ? '' : ' (skipped: there is no `go` on the PATH; install Go 1.18 or later)';

/** Builds the independent Go verifier into a temporary folder and gives its path. The first time it may download. */
export function buildGoVerifier(): string {
  const program = join(mkdtempSync(join(tmpdir(), 'ombud-go-')), 'interop');
  execFileSync('go', ['build', '-o', program, '.'], { cwd: source, stdio: 'pipe' });
  return program;
}

/** Runs the Go verifier: its exit code, and what it says. */
export function runGoVerifier(program: string, args: readonly string[]): { code: number; output: string } {
  try {
    return { code: 0, output: execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const { status, stderr } = error as { status: number | null; stderr: string };
    return { code: status ?? -1, output: stderr };
  }
}

function hasGo(): boolean {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
