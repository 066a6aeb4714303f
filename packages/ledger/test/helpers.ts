import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DecisionDraft } from '../src/index.ts';

export const logOrigin = 'ombud.example.org/loans';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A decision about somebody, its personal part easy to find in bytes. */
export function decision(subject: string, more: Partial<DecisionDraft> = {}): DecisionDraft {
  return {
    kind: 'decision',
    system: 'loans',
    model: 'v1',
    payload: { subject, decision: 'yes', score: 0.5, inputs: { income: 52000 } },
    attributes: { race: 'A', sex: 'F' },
    ...more,
  };
}
