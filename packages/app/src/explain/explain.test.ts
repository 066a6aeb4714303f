import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, explanationSchema } from '@ombud/contract';
import { loadModel, margins } from '@ombud/model';
import { english } from '@ombud/words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as app from '../index.ts';

const golden = (name: string): string =>
  join(import.meta.dirname, '..', '..', '..', 'explain', 'golden', name);
const model = golden('heloc-lightgbm.txt');
const context: app.Context = {
  now: () => Date.parse('2026-11-25T10:00:00Z'),
  randomBytes,
  progress: () => undefined,
};

let folder = '';
const at = (name: string): string => join(folder, name);
let columns: readonly string[] = [];
let rows: readonly (readonly (number | null)[])[] = [];

const declaration = (yaml: string): { readonly config: Config; readonly file: string } => ({
  config: app.parseDeclaration(yaml, 'ombud.yaml'),
  file: 'ombud.yaml',
});

const loans = `
system: loans
title: Loan check
data: { groups: [sex] }
explain:
  validDays: 90
  recourse:
    columns:
      NetFractionRevolvingBurden: { change: down, step: 1 }
      PercentInstallTrades: { change: any, step: 1 }
`;

const explain = (more: Partial<app.ExplainRequest> = {}) =>
  app.explainDecision(
    {
      model,
      data: at('people.csv'),
      pick: { kind: 'row', row: 9 },
      declaration: declaration(loans),
      plans: 3,
      language: 'en',
      ...more,
    },
    context,
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ombud-explain-'));
  ({ columns, rows } = JSON.parse(await readFile(golden('heloc-people.json'), 'utf8')));
  const line = (cells: readonly unknown[]): string => cells.map((cell) => cell ?? '').join(',');
  const csv = [line(['id', ...columns]), ...rows.map((row, i) => line([`p${i + 1}`, ...row]))].join('\n');
  await writeFile(at('people.csv'), `${csv}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

describe('an explanation from a file', () => {
  it('fits the published schema, and its numbers are the model’s', async () => {
    const { explanation } = await explain();
    expect(explanationSchema.safeParse(explanation).error).toBeUndefined();
    const read = loadModel(await readFile(model));
    const row = Float64Array.from(rows[8] ?? [], (value) => value ?? Number.NaN);
    const raw = margins(read.kind === 'trees' ? read : read, row)[0] ?? Number.NaN;
    expect(explanation.prediction.raw).toBe(raw);
    const sum = explanation.attributions.reduce(
      (total, { contribution }) => total + contribution,
      explanation.baseline,
    );
    expect(sum).toBeCloseTo(raw, 9);
    expect(explanation.prediction.favourable).toBe(false);
    expect(explanation.background).toMatchObject({ rows: 100, people: 'just-accepted' });
    expect(explanation.validUntil).toBe('2027-02-23T10:00:00.000Z');
  });

  it('names plans that flip the decision', async () => {
    const { explanation } = await explain();
    expect(explanation.recourse?.state).toBe('found');
    for (const { prediction } of explanation.recourse?.plans ?? []) expect(prediction.favourable).toBe(true);
  });

  it('is the same by row and by value, and the same bytes each time', async () => {
    const byRow = await explain();
    const byValue = await explain({ pick: { kind: 'where', column: 'id', value: 'p9' } });
    expect(byValue.digest).toBe(byRow.digest);
  });

  it.each([
    ['which-row', { kind: 'only' }],
    ['no-such-row', { kind: 'row', row: 401 }],
    ['not-one-row', { kind: 'where', column: 'id', value: 'nobody' }],
    ['no-such-column', { kind: 'where', column: 'name', value: 'p9' }],
    ['entry-needs-ledger', { kind: 'entry', index: 1 }],
  ] as const)('%s is one sentence', async (reason, pick) => {
    await expect(explain({ pick })).rejects.toMatchObject({ code: 'OMBUD_E_EXPLAIN_USAGE', reason });
  });

  it('without a declaration there are reasons by the columns’ names, and no plans', async () => {
    const { explanation } = await explain({ declaration: null });
    expect(explanation.system).toBeNull();
    expect(explanation.recourse).toBeNull();
    expect(explanation.reasons.length).toBeGreaterThan(0);
  });
});

describe('a reason that may not be told', () => {
  const others = loans.replace(/\n.*NetFraction.*/, '');
  const hidden = `${others}  reasons:\n    unspeakable: [{ column: NetFractionRevolvingBurden, because: third-person }]\n`;

  it.each([
    ['a declared one', hidden, 'third-person'],
    ['a group of the data', others.replace('[sex]', '[NetFractionRevolvingBurden]'), 'protected'],
    [
      'an input of a special kind',
      `${others}inputs: [{ name: NetFractionRevolvingBurden, type: integer, sensitivity: special }]\n`,
      'protected',
    ],
  ])('%s blocks the letter, and nothing else', async (_, yaml, because) => {
    const explained = await explain({ declaration: declaration(yaml) });
    expect(explained.explanation.blocked).toEqual([{ column: 'NetFractionRevolvingBurden', because }]);
    const written = await app.writeExplanation(explained, at(`blocked-${because}`), [], english);
    expect(written.map((path) => path.split(/[/\\]/).at(-1))).toEqual([
      'explanation.json',
      'explanation.html',
      'explanation.md',
    ]);
  });

  it('where there is none the letter is written', async () => {
    const written = await app.writeExplanation(await explain(), at('letter'), ['letter'], english);
    expect(await readFile(written[0] ?? '', 'utf8')).toContain('Loan check');
  });
});

describe('an explanation of a recorded decision', () => {
  const source = (): string => `ledger:${at('log')}#loans`;

  beforeAll(async () => {
    await app.initLedger({ location: at('log'), origin: 'example.org/loans' });
    const people = rows.slice(0, 40).map((row, i) => ({
      id: `p${i + 1}`,
      granted: 'no',
      ...Object.fromEntries(columns.map((column, j) => [column, row[j] ?? null])),
    }));
    const batches = async function* () {
      yield people.map((values, i) => ({ line: i + 1, values }));
    };
    const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: [], inputs: columns };
    const record = (modelDigest: string | undefined) =>
      app.recordDecisions(
        { location: at('log'), rows: batches(), roles: { ...roles, modelDigest } },
        context,
      );
    await record(await app.digestOfModel(model));
    await record(undefined);
  });

  const recorded = (index: number, more: Partial<app.ExplainRequest> = {}) =>
    explain({ data: source(), pick: { kind: 'entry', index }, background: at('people.csv'), ...more });

  it('is the one of the same person in a file', async () => {
    const [fromLedger, fromFile] = [await recorded(8), await explain()];
    expect(fromLedger.explanation.attributions).toEqual(fromFile.explanation.attributions);
    expect(fromLedger.explanation.recourse).toEqual(fromFile.explanation.recourse);
    expect(fromLedger.explanation.about.entry).toEqual({ origin: 'example.org/loans', index: 8 });
  });

  it('another model file is refused, and so is a decision that names none', async () => {
    const text = await readFile(model, 'utf8');
    await writeFile(at('another.txt'), `${text}\n`);
    await expect(recorded(8, { model: at('another.txt') })).rejects.toMatchObject({
      code: 'OMBUD_E_EXPLAIN_MODEL',
      reason: 'another',
      kind: 'disproved',
    });
    await expect(recorded(48)).rejects.toMatchObject({ code: 'OMBUD_E_EXPLAIN_MODEL', reason: 'not-named' });
    await copyFile(model, at('same.txt'));
    expect((await recorded(8, { model: at('same.txt') })).explanation.model.digest).toBe(
      await app.digestOfModel(model),
    );
  });

  it('its digest is recorded as an entry about the decision, and gives nobody away', async () => {
    const explained = await recorded(8);
    const index = await app.recordExplanation(source(), explained, context);
    const { entry, payload } = await app.giveReceipt({ location: at('log'), index, withPayload: true });
    expect(JSON.parse(entry)).toMatchObject({ kind: 'explanation', about: 8, system: 'loans' });
    expect(entry).not.toContain(explained.digest);
    expect(JSON.stringify(payload)).toContain(explained.digest);
  });
});

describe('a model behind a server', () => {
  it('is asked: contributions with their errors, plans without a proof', async () => {
    const inside = loadModel(await readFile(model));
    if (inside.kind !== 'trees') throw new TypeError('not an ensemble');
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { rows: asked } = JSON.parse(Buffer.concat(parts).toString()) as { rows: (number | null)[][] };
        const predictions = asked.map((row) => {
          const margin =
            margins(
              inside,
              Float64Array.from(row, (x) => x ?? Number.NaN),
            )[0] ?? 0;
          return 1 / (1 + Math.exp(-margin));
        });
        response.end(JSON.stringify({ predictions }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    try {
      await expect(explain({ model: url })).rejects.toMatchObject({ reason: 'remote-needs-inputs' });
      const inputs = columns.map((name) => `  - { name: ${name}, type: integer, mutable: false }`).join('\n');
      const asked = await explain({ model: url, declaration: declaration(`${loans}inputs:\n${inputs}\n`) });
      const exact = await explain();
      const { explanation } = asked;
      expect(explanationSchema.safeParse(explanation).error).toBeUndefined();
      expect(explanation).toMatchObject({
        method: 'permutation',
        model: { digest: null },
        prediction: { raw: null },
      });
      expect(explanation.prediction.probability).toBeCloseTo(
        exact.explanation.prediction.probability ?? 0,
        12,
      );
      expect(explanation.attributions.every(({ standardError }) => standardError !== null)).toBe(true);
      expect(explanation.reasons[0]?.column).toBe(exact.explanation.reasons[0]?.column);
      expect(explanation.recourse?.proof.method).toBe('search');
      for (const { prediction } of explanation.recourse?.plans ?? [])
        expect(prediction.favourable).toBe(true);
    } finally {
      server.close();
    }
  });
});
