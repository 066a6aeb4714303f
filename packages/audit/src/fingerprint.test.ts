import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, Result } from '@ombud/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { audit } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-fingerprint-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Person {
  readonly sex: string;
  readonly limit: number;
  readonly paid: number;
  readonly given: string;
  readonly earned: string;
  readonly day: string;
  readonly region: string;
}

const everybody: readonly Person[] = Array.from({ length: 240 }, (_, i) => ({
  sex: i % 2 ? 'F' : 'M',
  limit: 1000 + ((i * 37) % 240) * 10,
  paid: 900 + ((i * 53) % 240) * 10,
  given: ['A', 'B', 'C'][i % 3] ?? '',
  earned: ['A', 'B', 'C'][(i * 7 + (i % 5)) % 3] ?? '',
  day: `2026-0${1 + ((i * 11) % 6)}-10`,
  region: ['north', 'south', 'west'][(i * 13 + (i % 4)) % 3] ?? '',
}));

const columns = ['sex', 'limit', 'paid', 'given', 'earned', 'day', 'region'] as const;
let files = 0;

async function auditOf(
  people: readonly Person[],
  asked: Omit<AuditSpec, 'source' | 'groups'>,
): Promise<Result> {
  const source = join(folder, `${files++}.csv`);
  writeFileSync(
    source,
    `${columns.join(',')}\n${people.map((one) => columns.map((name) => one[name]).join(',')).join('\n')}\n`,
  );
  return audit({ ...asked, source, groups: [{ column: 'sex' }] });
}

const above = { column: 'limit', condition: { operator: '>=', value: 2200 } } as const;
const paid = { column: 'paid', condition: { operator: '>=', value: 2100 } } as const;
const given = { column: 'given', positive: ['A'] };
const twice = (people: readonly Person[], name: 'limit' | 'paid', least: number) =>
  people.map((one) => (one[name] >= least ? { ...one, [name]: 2 * one[name] } : one));

/** What changes figures and no count of a yes and no by group. */
const changes: readonly (readonly [string, Omit<AuditSpec, 'source' | 'groups'>, readonly Person[]])[] = [
  ['the number behind a decision', { decision: above }, twice(everybody, 'limit', 2200)],
  ['the number behind an outcome', { decision: given, outcome: paid }, twice(everybody, 'paid', 2100)],
  [
    'a class of the decision',
    { decision: given },
    everybody.map((one) => (one.given === 'B' ? { ...one, given: 'C' } : one)),
  ],
  [
    'a class of the outcome',
    { decision: given, outcome: { column: 'earned', positive: ['A'] } },
    everybody.map((one, i) => (one.earned === 'B' && i % 4 === 0 ? { ...one, earned: 'C' } : one)),
  ],
  [
    'a time',
    { decision: given, time: 'day' },
    everybody.map((one, i) => (i % 3 === 0 ? { ...one, day: '2026-06-10' } : one)),
  ],
  [
    'a column that was searched',
    { decision: given, searchColumns: [{ column: 'sex' }, { column: 'region' }] },
    everybody.map((one) => (one.given === 'A' ? { ...one, region: 'north' } : one)),
  ],
];

describe('a fingerprint is of all that was computed from', () => {
  test.each(changes)('%s: another figure, another fingerprint', async (_, asked, other) => {
    const [one, two] = [await auditOf(everybody, asked), await auditOf(other, asked)];
    expect(two.findings).not.toEqual(one.findings);
    expect(two.source.fingerprint).not.toBe(one.source.fingerprint);
  });

  test.each(changes)('%s: the same people in another order have the same fingerprint', async (_, asked) => {
    const [one, two] = [await auditOf(everybody, asked), await auditOf(everybody.toReversed(), asked)];
    expect(two.source.fingerprint).toBe(one.source.fingerprint);
  });

  test.each(changes)('%s: who does not ask for it does not see it', async (_, __, other) => {
    const asked = { decision: { column: 'given', positive: ['A'] }, audits: ['selection-rate'] };
    const [one, two] = [await auditOf(everybody, asked), await auditOf(other, asked)];
    expect(two.source.fingerprint).toBe(one.source.fingerprint);
  });

  test('where cells are all, it is what version 0.1.0 wrote', async () => {
    const { source } = await auditOf(everybody, {
      decision: given,
      outcome: paid,
      audits: ['selection-rate'],
    });
    expect(source.fingerprint).toBe(
      'sha256:7c66e6d843dad20092e0245d9c21b0742461e48b07fb019ba9e4f52f99bb6bbd',
    );
  });
});
