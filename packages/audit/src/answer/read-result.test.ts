import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultSchema } from '@ombud/contract';
import { expect, test } from 'vitest';
import { claimHolds } from './holds.ts';
import { readResult } from './read-result.ts';

// Written by `ombud incidents berkeley-1973 --json` of version 0.1.0: the counts are the published ones.
const old = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'contract', 'golden', 'result-1.json'), 'utf8'),
);

test('a result of version 0.1.0 is read in the current form', () => {
  expect(old.schema).toBe('ombud/result@1');
  const result = readResult(old);
  expect(resultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  expect(result.findings.map(({ groups }) => groups)).toEqual(
    old.findings.map(({ groups }: { groups: unknown }) => groups),
  );
  expect(result.verdict.assertions.map(({ state }) => state)).toEqual(['fail', 'pass']);
});

test('its sentences are shown as they were written, and its claims are made from its numbers', () => {
  const result = readResult(old);
  expect(result.verdict.assertions[0]?.reason).toEqual({
    code: 'text',
    params: { text: old.verdict.assertions[0].message },
  });
  expect(result.claims.map(({ code }) => code)).toContain('strata-explain');
  for (const claim of result.claims)
    expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
});

test('a result of now is given back as it is', () => {
  const result = readResult(old);
  expect(readResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test.each([[null], ['text'], [{}], [{ schema: 'ombud/result@9' }], [[]]])('%j is no result', (json) => {
  expect(() => readResult(json)).toThrow(
    expect.objectContaining({ code: 'OMBUD_E_BAD_RESULT', reason: 'not-a-result' }),
  );
});
