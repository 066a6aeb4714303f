/** What is signed gives nobody away: not by its counts, not by subtraction from an earlier release. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import type { Batch, Values } from '@ombud/table';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as app from '../index.ts';

let folder = '';
let key = '';
const now = Date.parse('2026-03-01T12:00:00Z');
const context: app.Context = { now: () => now, randomBytes, progress: () => {} };
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-release-'));
  ({ key } = await app.initLedger({ location: at('L'), origin: 'example.org/loans' }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* batch(rows: readonly Values[]): AsyncGenerator<Batch> {
  yield rows.map((values, i) => ({ line: i + 1, values }));
}

const person = (i: number, race = i % 3 === 0 ? 'a' : 'b') => ({
  id: `p${i}`,
  granted: i % 5 < 2 ? 'yes' : 'no',
  sex: i % 2 ? 'F' : 'M',
  race,
});
const record = (rows: readonly Values[]) =>
  app.recordDecisions(
    {
      location: at('L'),
      rows: batch(rows),
      roles: {
        system: 'loans',
        subject: 'id',
        decision: 'granted',
        attributes: ['sex', 'race'],
        inputs: null,
      },
    },
    context,
  );

const spec = () => ({
  source: `ledger:${at('L')}#loans`,
  decision: { column: 'granted', positive: ['yes'] },
  groups: [{ column: 'sex' }, { column: 'race' }],
});

async function sign(): Promise<app.SignedEvidence> {
  const result = await app.auditDecisions(spec(), context);
  return app.signResult({ spec: spec(), result }, context);
}

/** Counts of the selection rate by group, as a reader of the evidence sees them. */
const countsOf = ({ findings }: Result) =>
  new Map(
    findings
      .filter(({ audit }) => audit === 'selection-rate')
      .flatMap(({ groups }) => groups.map(({ group, n, events }) => [JSON.stringify(group), [n, events]])),
  );

test('a group of one is not in the evidence, nor in what is left over', async () => {
  await record([...Array.from({ length: 200 }, (_, i) => person(i)), person(200, 'c')]);
  const { published, envelope } = await sign();
  const text = Buffer.from(envelope.payload, 'base64').toString('utf8');
  expect(text).not.toContain('"race":"c"');
  expect(published.release?.withheld.map(({ why }) => why)).toEqual(
    expect.arrayContaining(['small', 'complement']),
  );
  const counts = countsOf(published);
  const byRace = ['a', 'b'].map((race) => counts.get(JSON.stringify({ race }))?.[0]);
  // Everybody is 201 by the log itself: not both of the others may be told.
  expect(byRace.filter((n) => n !== undefined).length).toBeLessThan(2);
});

test('audits at 300 and at 301 entries: the second tells nothing of the one between', async () => {
  await record(Array.from({ length: 300 }, (_, i) => person(i)));
  const first = (await sign()).published;
  await record([person(300)]);
  const second = (await sign()).published;
  const [before, after] = [countsOf(first), countsOf(second)];
  expect(before.size).toBeGreaterThan(4);
  for (const [group, counts] of after) expect([group, counts]).toEqual([group, before.get(group) ?? counts]);
});

test('the decision of one more person is not told by how many were read as yes, and no value of one person is named', async () => {
  await record([
    ...Array.from({ length: 300 }, (_, i) => person(i)),
    { ...person(300), granted: 'by the mayor' },
  ]);
  const exact = await app.auditDecisions(spec(), context);
  expect(exact.coverage.read?.[0]?.negative).toContainEqual({ value: 'by the mayor', rows: 1 });
  expect(JSON.stringify(exact.notices)).toContain('by the mayor');
  const { published, envelope } = await sign();
  expect(published.coverage.read).toBeUndefined();
  expect(Buffer.from(envelope.payload, 'base64').toString('utf8')).not.toContain('by the mayor');
});

test('audits that leave out who lacks a stratum do not give that person by subtraction from the others', async () => {
  const aged = (i: number) => ({ ...person(i), age: i === 33 ? '' : i % 3 > 0 ? 'old' : 'young' });
  await app.recordDecisions(
    {
      location: at('L'),
      rows: batch(Array.from({ length: 300 }, (_, i) => aged(i))),
      roles: {
        system: 'loans',
        subject: 'id',
        decision: 'granted',
        attributes: ['sex', 'age'],
        inputs: null,
      },
    },
    context,
  );
  const asked = {
    ...spec(),
    groups: [{ column: 'sex' }],
    strata: [{ column: 'age' }],
    audits: ['selection-rate', 'conditional-disparity', 'adjusted-disparity'],
  };
  const result = await app.auditDecisions(asked, context);
  const { published } = await app.signResult({ spec: asked, result }, context);
  const people = (one: Result) =>
    one.findings.flatMap(({ groups }) => groups.flatMap(({ group, n }) => (group.sex === 'F' ? [n] : [])));
  expect(new Set(people(result))).toEqual(new Set([150, 149]));
  expect(new Set(people(published))).toEqual(new Set([150]));
});

test('evidence before and after an erasure does not give the erased person', async () => {
  await record(Array.from({ length: 300 }, (_, i) => person(i)));
  const first = (await sign()).published;
  await app.erase({ location: at('L'), subjects: ['p17'] }, context);
  const second = (await sign()).published;
  const [before, after] = [countsOf(first), countsOf(second)];
  for (const [group, counts] of after) expect([group, counts]).toEqual([group, before.get(group) ?? counts]);
});

test('the exact result stays with the operator, and a salted commitment to it is signed', async () => {
  await record(Array.from({ length: 60 }, (_, i) => person(i)));
  const result = await app.auditDecisions(spec(), context);
  const { published } = await app.signResult({ spec: spec(), result }, context);
  const file = at('L/releases.json');
  expect(statSync(file).mode & 0o077).toBe(0);
  const [remaining] = JSON.parse(readFileSync(file, 'utf8')) as { salt: string; exact: JsonObject }[];
  const digest = createHash('sha256')
    .update(Buffer.from(remaining?.salt ?? '', 'base64'))
    .update(canonicalJson(remaining?.exact))
    .digest('base64');
  expect(published.release?.commitment).toBe(digest);
  expect(published.source.fingerprint).not.toBe(result.source.fingerprint);
  expect(remaining?.exact).toEqual(JSON.parse(JSON.stringify(result)));
});

test('who has the ledger runs the audit again and finds what was published, byte for byte', async () => {
  await record([...Array.from({ length: 200 }, (_, i) => person(i)), person(200, 'c')]);
  const { envelope } = await sign();
  const again = await app.reproduce({ evidence: JSON.stringify(envelope), keys: [key] }, context);
  expect(again).toMatchObject({ same: true, differs: '' });
});

test('a month alone is audited and signed; times that overlap are refused, times that meet are not', async () => {
  const dated = (i: number) => ({ ...person(i), at: `2026-0${1 + (i % 2)}-10T12:00:00Z` });
  await app.recordDecisions(
    {
      location: at('L'),
      rows: batch(Array.from({ length: 400 }, (_, i) => dated(i))),
      roles: {
        system: 'loans',
        subject: 'id',
        decision: 'granted',
        attributes: ['race'],
        time: 'at',
        inputs: null,
      },
    },
    context,
  );
  const of = async (from: string, to: string) => {
    const asked = { ...spec(), groups: [{ column: 'race' }], from, to };
    const result = await app.auditDecisions(asked, context);
    return { result, signed: await app.signResult({ spec: asked, result }, context) };
  };
  const { result, signed } = await of('2026-01-01', '2026-02-01');
  expect(result.coverage).toMatchObject({
    rows: 200,
    counted: 200,
    window: { column: 'time', from: '2026-01-01T00:00:00.000Z', before: 0, after: 200 },
  });
  const ledger = result.source.ledger;
  const people = (ranges: readonly (readonly [number, number])[]) =>
    ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  expect(people(ledger?.counted ?? [])).toBe(200);
  expect(people(ledger?.leftOut.find(({ reason }) => reason === 'other-time')?.ranges ?? [])).toBe(200);
  const evidence = JSON.stringify(signed.envelope);
  expect(await app.reproduce({ evidence, keys: [key] }, context)).toMatchObject({ same: true });
  await expect(of('2026-01-01', '2026-01-31')).rejects.toMatchObject({ reason: 'other-time' });
  await expect(sign()).rejects.toMatchObject({ reason: 'other-time' });
  await expect(of('2026-02-01', '2026-03-01')).resolves.toBeDefined();
});

test('releases that cannot be read stop the next one', async () => {
  await record(Array.from({ length: 60 }, (_, i) => person(i)));
  await sign();
  const { writeFileSync } = await import('node:fs');
  writeFileSync(at('L/releases.json'), '{');
  await expect(sign()).rejects.toMatchObject({ code: 'OMBUD_E_RELEASES', reason: 'damaged' });
});
