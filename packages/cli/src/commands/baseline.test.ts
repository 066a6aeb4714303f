import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineSchema } from '@ombud/contract';
import { afterAll, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A table of counts: hired of 1000 in each group. */
function counts(name: string, hired: Readonly<Record<string, number>>): string {
  const file = join(folder, `${name}.csv`);
  const lines = Object.entries(hired).flatMap(([race, n]) => [`${race},yes,${n}`, `${race},no,${1000 - n}`]);
  writeFileSync(file, `race,hired,people\n${lines.join('\n')}\n`);
  return file;
}

const roles = [
  '--decision',
  'hired=yes',
  '--groups',
  'race',
  '--count',
  'people',
  '--favourable',
  'positive',
];
const audit = (file: string, ...args: string[]) =>
  ombud('audit', file, ...roles, '--policy', 'us-four-fifths', ...args);
const known = join(folder, 'baseline.json');
const failing = { a: 500, b: 300, c: 480 };

async function writeKnown(...args: string[]): Promise<void> {
  await audit(counts('first', failing), '--write-baseline', known, '-q', ...args);
}

test('a baseline lists what fails with value, interval and counts, and the audit that wrote it still fails', async () => {
  const ran = await audit(counts('first', failing), '--write-baseline', known);
  expect(ran.exit).toBe(1);
  const { known: rules, expires } = baselineSchema.parse(JSON.parse(readFileSync(known, 'utf8')));
  expect(expires).toBeNull();
  expect(rules).toHaveLength(1);
  expect(rules[0]?.actual).toBeCloseTo(0.6, 12);
  expect(rules[0]?.interval?.high).toBeLessThan(0.8);
  expect(rules[0]?.pairs[0]).toMatchObject({ group: { race: 'b' }, counts: { events: 300, n: 1000 } });
});

test('a baseline of something else is refused with one sentence, and excuses nothing', async () => {
  await writeKnown();
  const other = join(folder, 'other.csv');
  const lines = ['a', 'b'].flatMap((race, i) => [
    `${race},F,yes,${600 - 300 * i}`,
    `${race},M,no,${400 + 300 * i}`,
  ]);
  writeFileSync(other, `race,sex,granted,people\n${lines.join('\n')}\n`);
  const stored = ['--count', 'people', '--policy', 'us-four-fifths', '--baseline', known];
  const grants = ['--decision', 'granted=yes', '--groups', 'race', '--favourable', 'positive'];
  const file = counts('again', failing);
  const hires = (decision: string, favourable: string) =>
    ['--decision', decision, '--groups', 'race', '--favourable', favourable] as const;
  const ask: readonly (readonly [readonly string[], string])[] = [
    [[other, ...grants, ...stored], 'of another decision'],
    [[file, ...hires('hired=no', 'positive'), ...stored], 'of another decision'],
    [[file, ...hires('hired=yes', 'negative'), ...stored], 'as good or as bad'],
  ];
  for (const [args, sentence] of ask) {
    const ran = await ombud('audit', ...args);
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(sentence);
    expect(ran.err).toContain('[OMBUD_E_BASELINE]');
    expect((await ombud('audit', ...args, '--lang', 'es')).err).toContain('no disculpa nada');
  }
  const limits = join(folder, 'limits.yaml');
  writeFileSync(limits, 'assert:\n  selection-rate: [error, { minRatio: 0.9 }]\n');
  const policy = await ombud('audit', file, ...roles, '--policy', limits, '--baseline', known);
  expect(policy.err).toContain('of another policy');
  const more = await ombud(
    'audit',
    file,
    ...roles,
    '--policy',
    limits,
    '--policy',
    'us-four-fifths',
    '--baseline',
    known,
  );
  // The pack is known; what another file limits is new.
  expect([more.exit, more.err]).toEqual([1, '']);
});

test('the same failure does not stop, is never called a pass, and every report says which baseline', async () => {
  await writeKnown();
  const out = join(folder, 'held/');
  const ran = await audit(counts('same', { a: 510, b: 305, c: 470 }), '--baseline', known, '-o', out);
  expect(ran.exit).toBe(0);
  expect(ran.out).toContain('already did');
  expect(ran.out).toContain('Held against the baseline of');
  expect(ran.out).not.toMatch(/✓|\bPass\b/);
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  for (const name of ['report.html', 'report.md', 'junit.xml', 'result.sarif'])
    expect(read(name), name).toContain('Held against the baseline of');
  expect(JSON.parse(read('result.json')).verdict.state).toBe('fail');
  const [run] = JSON.parse(read('result.sarif')).runs;
  expect(run.results.map(({ baselineState }: { baselineState: string }) => baselineState)).toEqual([
    'unchanged',
  ]);
  expect(read('junit.xml')).toMatch(/failures="0" errors="0" skipped="1"/);
});

test('surely worse stops; a little worse is chance', async () => {
  await writeKnown();
  const worse = await audit(counts('worse', { a: 500, b: 200, c: 480 }), '--baseline', known);
  expect(worse.exit).toBe(1);
  expect(worse.out).toContain('worse than in the baseline of');
  expect((await audit(counts('chance', { a: 500, b: 290, c: 480 }), '--baseline', known)).exit).toBe(0);
});

test('nobody of a group that is small now: with many pairs a rate that fell to nought is surely worse', async () => {
  const write = (name: string, women: number, hired: number) => {
    const file = join(folder, `${name}.csv`);
    const lines = ['a', 'b'].flatMap((race) => [
      `F,${race},yes,${hired / 2}`,
      `F,${race},no,${(women - hired) / 2}`,
      `M,${race},yes,600`,
      `M,${race},no,400`,
    ]);
    writeFileSync(file, `sex,race,hired,people\n${lines.join('\n')}\n`);
    return file;
  };
  const [was, is] = [write('thirty', 2000, 600), write('nought', 40, 0)];
  const asked = ['--decision', 'hired=yes', '--groups', 'sex,race', '--count', 'people'];
  const judged = ['--favourable', 'positive', '--policy', 'us-four-fifths'];
  await ombud('audit', was, ...asked, ...judged, '--write-baseline', known, '-q');
  expect((await ombud('audit', was, ...asked, ...judged, '--baseline', known)).exit).toBe(0);
  const ran = await ombud('audit', is, ...asked, ...judged, '--baseline', known);
  expect(ran.exit).toBe(1);
  expect(ran.out.replace(/\s+/g, ' ')).toContain(
    'the ratio of sex = F to sex = M was 0.5 in the baseline and is 0 now, which is surely worse',
  );
});

test('each report and the result name the pair that got worse, also where another decides', async () => {
  const [was, is] = [
    { F: 300, M: 600, X: 400 },
    { F: 300, M: 600, X: 310 },
  ];
  await audit(counts('x-before', was), '--write-baseline', known, '-q');
  const out = join(folder, 'named/');
  const ran = await audit(counts('x-after', is), '--baseline', known, '-o', out);
  expect(ran.exit).toBe(1);
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const says = 'race = X to race = M was 0.667 in the baseline and is 0.517 now';
  expect(ran.out.replace(/\s+/g, ' ')).toContain(says);
  for (const name of ['report.html', 'report.md', 'junit.xml', 'result.sarif'])
    expect(
      read(name)
        .replaceAll('\\', '')
        .replace(/<[^>]+>|[\u2066-\u2069]/g, ''),
      name,
    ).toContain(says);
  const [rule] = JSON.parse(read('result.json')).verdict.assertions;
  expect(rule).toMatchObject({ group: { race: 'F' }, baseline: 'worse' });
  expect(rule.worse).toEqual([
    { group: { race: 'X' }, reference: { race: 'M' }, before: 0.4 / 0.6, after: 0.31 / 0.6 },
  ]);
});

test('a baseline of people who count otherwise is refused with one sentence', async () => {
  const file = join(folder, 'rows.csv');
  const lines = Array.from(
    { length: 400 },
    (_, i) =>
      `${i % 2 ? 'a' : 'b'},${i % 20 < (i % 2 ? 6 : 13) ? 'yes' : 'no'},${1 + (i % 3)},${1 + (i % 5)}`,
  );
  writeFileSync(file, `race,hired,w,people\n${lines.join('\n')}\n`);
  const asked = ['--decision', 'hired=yes', '--groups', 'race', '--favourable', 'positive'];
  const judged = ['--policy', 'us-four-fifths'];
  const ways = [[], ['--weight', 'w'], ['--count', 'people']];
  for (const wrote of ways) {
    await ombud('audit', file, ...asked, ...judged, ...wrote, '--write-baseline', known, '-q');
    for (const reads of ways) {
      const ran = await ombud('audit', file, ...asked, ...judged, ...reads, '--baseline', known);
      if (reads === wrote) expect(ran.exit).toBe(0);
      else {
        expect([ran.exit, ran.out]).toEqual([2, '']);
        expect(ran.err).toMatch(/other weights|other numbers of people/);
      }
    }
  }
});

test('another group that fails stops, though the rule is known', async () => {
  await writeKnown();
  const ran = await audit(
    counts('other', { a: 500, b: 300, c: 300 }),
    '--baseline',
    known,
    '--format',
    'json',
  );
  expect(ran.exit).toBe(1);
  const { verdict } = JSON.parse(ran.out);
  expect(verdict.baseline).toMatchObject({ worse: 1, known: 0 });
  expect(verdict.assertions[0].worse).toEqual([
    { group: { race: 'c' }, reference: { race: 'a' }, before: null, after: 0.6 },
  ]);
});

test('a rule that is not in the baseline stops, and SARIF calls it new', async () => {
  await audit(counts('good', { a: 500, b: 490, c: 480 }), '--write-baseline', known, '-q');
  const ran = await audit(counts('first', failing), '--baseline', known, '--format', 'sarif');
  expect(ran.exit).toBe(1);
  expect(JSON.parse(ran.out).runs[0].results[0].baselineState).toBe('new');
});

test('a baseline that has ended excuses nothing', async () => {
  await writeKnown('--baseline-expires', '2020-01-31');
  const ran = await audit(counts('first', failing), '--baseline', known);
  expect(ran.exit).toBe(1);
  expect(ran.out.replace(/\s+/g, ' ')).toContain('excuses nothing');
});

test('what is no day and what is no baseline is refused', async () => {
  const first = counts('first', failing);
  expect((await audit(first, '--write-baseline', known, '--baseline-expires', 'soon')).err).toContain('soon');
  expect((await audit(first, '--baseline', first)).exit).toBe(2);
});

test('an audit against another is held against a baseline too, and can write one', async () => {
  await writeKnown();
  const [first, same] = [counts('first', failing), counts('same', { a: 510, b: 305, c: 470 })];
  expect((await audit(same, '--against', first)).exit).toBe(1);
  const stored = await audit(same, '--against', first, '--baseline', known);
  expect(stored.exit).toBe(0);
  expect(stored.out).toContain('already did');
  const out = join(folder, 'against/');
  await audit(same, '--against', first, '--baseline', known, '-q', '-o', out);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Held against the baseline of');
  const other = join(folder, 'other.json');
  await audit(same, '--against', first, '--write-baseline', other, '-q');
  expect(baselineSchema.parse(JSON.parse(readFileSync(other, 'utf8'))).known).toHaveLength(1);
});
