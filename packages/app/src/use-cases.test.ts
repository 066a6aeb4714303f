/** Every use case without the command: a second front could be written on these alone. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ProgressEvent } from '@ombud/kernel';
import type { Batch, Values } from '@ombud/table';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as app from './index.ts';

let folder = '';
let key = '';
const events: ProgressEvent[] = [];
const at = (name: string) => join(folder, name);

/** A clock that a test can set, so that nothing depends on when it runs. */
let now = Date.parse('2026-03-01T12:00:00Z');
const context: app.Context = { now: () => now, randomBytes, progress: (event) => events.push(event) };

const exits = vi.spyOn(process, 'exit');
const prints = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];

beforeEach(async () => {
  now = Date.parse('2026-03-01T12:00:00Z');
  events.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'ombud-app-'));
  for (const spy of [exits, ...prints]) spy.mockClear();
  ({ key } = await app.initLedger({ location: at('L'), origin: 'example.org/loans' }));
});
afterEach(() => {
  // What a use case does is given back: nothing is printed, and the process's exit is the front's.
  expect(prints.flatMap((spy) => spy.mock.calls)).toEqual([]);
  expect(exits).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
  rmSync(folder, { recursive: true, force: true });
});

async function* rowsOf(rows: readonly Values[]): AsyncGenerator<Batch> {
  for (let i = 0; i < rows.length; i += 1000)
    yield rows.slice(i, i + 1000).map((values, k) => ({ line: i + k + 1, values }));
}

const people = (many: number) =>
  Array.from({ length: many }, (_, i) => ({
    id: `p${i}`,
    granted: i % 3 === 0 ? 'no' : 'yes',
    sex: i % 2 ? 'F' : 'M',
  }));

const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null };
const record = (rows: readonly Values[], more: app.RecordingListener = {}) =>
  app.recordDecisions({ location: at('L'), rows: rowsOf(rows), roles, ...more }, context);

const spec = () => ({
  source: `ledger:${at('L')}#loans`,
  decision: { column: 'granted', positive: ['yes'] },
  groups: [{ column: 'sex' }],
});

test('record: good rows are recorded, bad ones are told with a code, and progress is heard', async () => {
  const accepted: app.Accepted[] = [];
  const refused: app.Refused[] = [];
  const counts = await record(
    [...people(2), { id: '', granted: 'yes', sex: 'F' }, { id: 'x', granted: 'no' }],
    {
      accepted: (rows) => {
        accepted.push(...rows);
      },
      refused: (row) => refused.push(row),
    },
  );
  expect(counts).toEqual({ accepted: 2, repeated: 0, refused: 2 });
  expect(accepted.map(({ index, line }) => [index, line])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(refused).toEqual([
    { line: 3, reason: 'empty', params: { part: 'subject', column: 'id' } },
    { line: 4, reason: 'no-column', params: { column: 'sex' } },
  ]);
  expect(events.at(-1)).toEqual({ task: 'recording', done: 2, total: null });
});

test('record: a signal ends the work; what was given to the ledger before is recorded and told', async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const stopped = app.recordDecisions(
    {
      location: at('L'),
      rows: rowsOf(people(9000)),
      roles,
      accepted: (rows) => {
        told.push(...rows.map(({ index }) => index));
        stop.abort(new Error('enough'));
      },
    },
    { ...context, signal: stop.signal },
  );
  await expect(stopped).rejects.toThrow('enough');
  const { size } = await app.showHead({ location: at('L') });
  expect(told).toEqual(Array.from({ length: size }, (_, i) => i));
  expect(size).toBeLessThan(9000);
});

test('head, receipt and verify: a person can prove a decision with the key alone', async () => {
  await record(people(5));
  expect(await app.showHead({ location: at('L') })).toMatchObject({ origin: 'example.org/loans', size: 5 });
  const given = await app.giveReceipt({ location: at('L'), index: 3, withPayload: true });
  expect(given.payload?.body).toContain('p3');
  const checked = await app.checkReceipt({
    receipt: given.receipt,
    keys: [key],
    payload: JSON.stringify(given.payload),
  });
  expect(checked).toMatchObject({
    index: 3,
    origin: 'example.org/loans',
    size: 5,
    entry: { kind: 'decision', recorded: '2026-03-01T12:00:00.000Z', decided: null },
    payloadChecked: true,
    countedAmong: null,
  });
  const other = JSON.stringify({ ...given.payload, body: given.payload?.body.replace('p3', 'p4') });
  await expect(
    app.checkReceipt({ receipt: given.receipt, keys: [key], payload: other }),
  ).rejects.toMatchObject({ code: 'OMBUD_E_VERIFY_PAYLOAD', kind: 'disproved' });
  await expect(app.checkReceipt({ receipt: given.receipt, keys: [] })).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_USAGE',
    reason: 'no-key',
  });
});

test('publish, and verify that the log only grew', async () => {
  await record(people(300));
  const older = (await app.showHead({ location: at('L') })).note;
  await record(people(10));
  expect(await app.publishLog({ location: at('L'), to: at('T') })).toMatchObject({ size: 310 });
  expect((await app.publishLog({ location: at('L'), to: at('T') })).files).toBe(0);
  const checkpoints = [readFileSync(at('T/checkpoint'), 'utf8'), older] as const;
  const grew = { origin: 'example.org/loans', from: 300, to: 310 };
  expect(await app.checkGrowth({ checkpoints, keys: [key], tree: at('T') })).toEqual({
    ...grew,
    signed: true,
  });
  expect(await app.checkGrowth({ checkpoints, keys: [], tree: at('T') })).toEqual({ ...grew, signed: false });
});

test('audit, sign, reproduce, and ask whether a decision was counted', async () => {
  await record(people(40));
  const result = await app.auditDecisions(spec(), context);
  expect(result.source.ledger).toMatchObject({ origin: 'example.org/loans', size: 40 });
  const { index, envelope } = await app.signResult({ spec: spec(), result }, context);
  expect(index).toBe(40);
  const evidence = JSON.stringify(envelope);
  expect(await app.reproduce({ evidence, keys: [key] }, context)).toEqual({
    same: true,
    origin: 'example.org/loans',
    size: 40,
    differs: '',
    erasedSince: 0,
  });
  const { receipt } = await app.giveReceipt({ location: at('L'), index: 3 });
  await app.publishLog({ location: at('L'), to: at('T') });
  const check = { receipt, keys: [key], evidence, tree: at('T') };
  expect((await app.checkReceipt(check)).countedAmong).toBe(40);
});

test('nothing is signed about a ledger in which something is wrong', async () => {
  await record(people(40));
  const result = await app.auditDecisions(spec(), context);
  const database = new DatabaseSync(at('L/ledger.db'));
  database.exec('delete from payloads where idx = 3');
  database.close();
  await expect(app.signResult({ spec: spec(), result }, context)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_CORRUPT',
    reason: 'payload-missing',
  });
});

test('--sign on a source that is no ledger is refused before the audit', async () => {
  expect(() => app.requireSignable({ ...spec(), source: 'nowhere.csv' })).toThrow(/sign-needs-ledger/);
});

test('erase: by person and by age, with the clock that is handed in', async () => {
  await record(people(3));
  expect(await app.erase({ location: at('L'), subjects: ['p1'] }, context)).toMatchObject({
    entries: 1,
    recordedAt: [3],
  });
  now += 2 * 86_400_000;
  expect((await app.erase({ location: at('L'), olderThanDays: 3 }, context)).entries).toBe(0);
  expect((await app.erase({ location: at('L'), olderThanDays: 1 }, context)).entries).toBe(2);
  expect(await app.checkLedger({ location: at('L') }, context)).toMatchObject({
    entries: 5,
    payloads: 0,
    erased: 3,
    problem: null,
  });
});

test('correct: the outcome of a recorded decision reaches the audit; who has none or several is told', async () => {
  await record(people(40));
  await record(people(1));
  const refused: app.Refused[] = [];
  const rows = rowsOf([
    { id: 'p3', repaid: 'yes' },
    { id: 'p4', repaid: 'no' },
    { id: 'nobody', repaid: 'no' },
    { id: 'p0', repaid: 'no' },
    { id: 'p5', repaid: '' },
  ]);
  const asked = { location: at('L'), rows, system: 'loans', outcome: 'repaid', by: { subject: 'id' } };
  expect(await app.recordCorrections({ ...asked, refused: (row) => refused.push(row) }, context)).toEqual({
    accepted: 2,
    repeated: 0,
    refused: 3,
  });
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'no-such-decision'],
    [4, 'several-decisions'],
    [5, 'empty'],
  ]);
  const byIndex = rowsOf([{ entry: 0, repaid: 'yes' }]);
  const again = { ...asked, rows: byIndex, by: { index: 'entry' } };
  expect((await app.recordCorrections(again, context)).accepted).toBe(1);
  const outcome = { column: 'repaid', positive: ['yes'] };
  const { coverage } = await app.auditDecisions({ ...spec(), outcome }, context);
  expect(coverage.missing).toContainEqual({ column: 'repaid', rows: 38 });
});

test('export: the ending says the format, and an ending that says none is refused', async () => {
  await record(people(2));
  const write = (to: string) =>
    app.exportDecisions({ location: at('L'), system: 'loans', to: at(to) }, context);
  expect(await write('out.csv')).toEqual({ decisions: 2, erased: 0, unreadable: 0, apart: 0, byOthers: 0 });
  expect(readFileSync(at('out.csv'), 'utf8')).toMatch(
    /^index,time,subject,decision,outcome,score,model,inputs,sex\n0,2026-03-01T12:00:00.000Z,p0,no,/,
  );
  await write('out.parquet');
  expect(readFileSync(at('out.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  await write('out.ndjson');
  expect(JSON.parse(readFileSync(at('out.ndjson'), 'utf8').split('\n')[1] ?? '')).toMatchObject({
    subject: 'p1',
  });
  await expect(write('out.xlsx')).rejects.toMatchObject({ reason: 'export-format' });
  expect((await readdir(folder)).filter((name) => name.startsWith('out.')).sort()).toEqual([
    'out.csv',
    'out.ndjson',
    'out.parquet',
  ]);
});

test('keys: a second key signs, and the first retires', async () => {
  const { keys } = await app.manageKeys({ location: at('L'), rotate: true });
  expect(keys).toHaveLength(2);
  const left = await app.manageKeys({ location: at('L'), retire: key });
  expect(left.keys).toEqual(keys.filter((one) => one !== key));
});

test('witness: one that runs here cosigns the log', async () => {
  await record(people(2));
  const plan = { folder: at('W'), name: 'witness.example.org', logs: [key], host: '127.0.0.1', port: 0 };
  const witness = await app.startWitness(plan, context);
  try {
    const asked = { location: at('L'), url: witness.url, key: witness.key };
    expect(await app.cosign(asked, context)).toMatchObject({ size: 2, time: now / 1000 });
    const { receipt } = await app.giveReceipt({ location: at('L'), index: 0 });
    const checked = await app.checkReceipt({ receipt, keys: [key], witnesses: [witness.key] });
    expect(checked.witnesses).toEqual(['witness.example.org']);
  } finally {
    await witness.close();
  }
  await expect(app.startWitness({ ...plan, host: '0.0.0.0' }, context)).rejects.toMatchObject({
    reason: 'not-loopback',
  });
});

test('initialise a declaration, audit by it, and write the reports', async () => {
  writeFileSync(at('loans.csv'), 'sex,denied\nF,yes\nM,no\nF,no\nM,yes\nF,yes\n');
  const begun = await app.initDeclaration({ source: at('loans.csv'), out: at('ombud.yaml') });
  expect(begun.profile.sampled).toBe(5);
  await expect(app.initDeclaration({ source: at('loans.csv'), out: at('ombud.yaml') })).rejects.toMatchObject(
    { code: 'OMBUD_E_CANNOT_WRITE', reason: 'exists' },
  );
  const { source = '', groups = [], ...declared } = await app.readSpec(at('ombud.yaml'));
  const result = await app.auditDecisions({ ...declared, source, groups }, context);
  const target = await app.settleTarget(at('new/reports/'), ['json', 'md'], app.reportForms);
  expect(await app.writeForms(result, target, app.reportForms)).toEqual([
    at('new/reports/result.json'),
    at('new/reports/report.md'),
  ]);
  expect(app.renderReport(result, 'json')).toBe(readFileSync(at('new/reports/result.json'), 'utf8'));
});

test('show an incident', async () => {
  expect(app.listIncidents().map(({ id }) => id)).toContain('berkeley-1973');
  const shown = await app.showIncident({ id: 'gender-shades', audit: 'amazon-2018' });
  expect(shown.asked.id).toBe('amazon-2018');
  expect(shown.page.sources.texts.length).toBeGreaterThan(0);
  await expect(app.showIncident({ id: 'berkely' })).rejects.toMatchObject({
    params: { near: ['berkeley-1973'] },
  });
});

test('check a deployment: what anybody can reach is named, and a folder without manifests is refused', async () => {
  writeFileSync(
    at('compose.yaml'),
    'services:\n  board:\n    image: tensorflow/tensorboard\n    ports: ["6006"]\n',
  );
  const { exposed } = await app.checkDeploymentFiles({ paths: [at('compose.yaml')] });
  expect(exposed).toMatchObject([{ dashboard: 'TensorBoard', workload: 'board' }]);
  await expect(app.checkDeploymentFiles({ paths: [at('L')] })).rejects.toMatchObject({
    code: 'OMBUD_E_DEPLOYMENT_FILES',
  });
});
