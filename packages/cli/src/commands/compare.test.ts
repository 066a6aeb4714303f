import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, changeSchema } from '@ombud/contract';
import { afterAll, expect, test } from 'vitest';
import golden from '../../../stats/golden/change.json' with { type: 'json' };
import { ombud } from '../../test/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'ombud-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How many of a sex were: in both times, only before, only after, never. */
type Table = readonly [number, number, number, number];

/** People of both files, and one who is in each alone. */
function write(name: string, side: 'after' | 'before', tables: Readonly<Record<string, Table>>): string {
  const lines = Object.entries(tables).flatMap(([sex, [both, lost, gained, neither]]) => {
    const events = [
      ...Array(both).fill('yes'),
      ...Array(lost).fill(side === 'before' ? 'yes' : 'no'),
      ...Array(gained).fill(side === 'after' ? 'yes' : 'no'),
      ...Array(neither).fill('no'),
    ];
    return events.map((approved, i) => `${sex}${i},${sex},${approved}`);
  });
  const file = join(folder, name);
  writeFileSync(file, `id,sex,approved\n${[...lines, `alone-${side},F,no`].join('\n')}\n`);
  return file;
}

// The first two pairs of packages/stats/golden/change.json: McNemar's exact test by statsmodels.
const tables = { F: [36, 12, 2, 9], M: [120, 40, 22, 300] } as const;
const before = write('before.csv', 'before', tables);
const after = write('after.csv', 'after', tables);
const roles = ['--decision', 'approved=yes', '--groups', 'sex', '--favourable', 'positive'];
const against = async (...args: string[]) => {
  const ran = await ombud('audit', after, '--against', before, ...roles, '--format', 'json', ...args);
  return JSON.parse(ran.out) as Change;
};

test('people with a pseudonym are compared with themselves', async () => {
  const change = await against('--subject', 'id');
  expect(changeSchema.parse(change)).toEqual(change);
  expect(change.paired).toEqual({ people: 541, onlyBefore: 1, onlyAfter: 1 });
  const women = change.rates.find(({ group }) => group.sex === 'F');
  expect(women?.before).toEqual({ events: 48, n: 59, value: 48 / 59 });
  expect(women?.change?.test).toMatchObject({ test: 'mcnemar-exact' });
  expect(women?.change?.test.p).toBeCloseTo(0.01293945312, 9);
  expect(women?.change?.interval.method).toBe('newcombe-paired');
});

/** People as written in a file, one a line: pseudonym, group, decision. */
function people(name: string, column: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `id,${column},approved\n${lines.join('\n')}\n`);
  return file;
}

test('people who became older count before with their age of before: a rule that stayed changed no rate', async () => {
  // Three of ten from 40 on, seven of ten below, in both files; every third person passes 40 between the two.
  const at = (name: string, years: number) =>
    people(
      name,
      'age',
      Array.from({ length: 900 }, (_, i) => {
        const age = 35 - 10 * (i % 3) + years + (i % 2 ? 20 : 0);
        const place = Math.floor(i / 6) % 10;
        return `p${i},${age},${place < (age < 40 ? 7 : 3) ? 'yes' : 'no'}`;
      }),
    );
  const [was, is] = [at('younger.csv', 0), at('older.csv', 10)];
  const asked = ['--decision', 'approved=yes', '--groups', 'age', '--bins', 'age=40'];
  const audited = ['--favourable', 'positive', '--format', 'json'];
  const ran = await ombud('audit', is, '--against', was, ...asked, ...audited, '--subject', 'id');
  const change = JSON.parse(ran.out) as Change;
  for (const [file, side] of [
    [was, 'before'],
    [is, 'after'],
  ] as const) {
    const alone = JSON.parse((await ombud('audit', file, ...asked, ...audited)).out);
    const own = alone.findings.find(
      ({ measure }: { measure: string }) => measure === 'selection-rate',
    ).groups;
    for (const { group, events, n } of own)
      expect(change.rates.find((rate) => rate.group.age === group.age)?.[side]).toMatchObject({ events, n });
  }
  expect(change.paired).toEqual({ people: 900, onlyBefore: 0, onlyAfter: 0, regrouped: 300 });
  expect(change.rates.every((rate) => (rate.change?.pAdjusted ?? 0) > 0.05)).toBe(true);
  const told = await ombud(
    'audit',
    is,
    '--against',
    was,
    ...asked,
    '--favourable',
    'positive',
    '--subject',
    'id',
  );
  expect(told.out).toContain('300 of them are in another group before than after');
});

test('two groups that changed places: the gap turned round, and its interval knows that the people are the same', async () => {
  // The first two rates of packages/stats/golden/change.json, one less the other by Newcombe's interval of statsmodels.
  const lines = (sexes: readonly [string, string]) => [
    ...Array.from({ length: 100 }, (_, i) => `f${i},${sexes[0]},${i < 30 ? 'yes' : 'no'}`),
    ...Array.from({ length: 110 }, (_, i) => `m${i},${sexes[1]},${i < 45 ? 'yes' : 'no'}`),
  ];
  const [was, is] = [
    people('as.csv', 'sex', lines(['F', 'M'])),
    people('swapped.csv', 'sex', lines(['M', 'F'])),
  ];
  const ran = await ombud('audit', is, '--against', was, ...roles, '--subject', 'id', '--format', 'json');
  const change = JSON.parse(ran.out) as Change;
  expect(change.paired).toMatchObject({ people: 210, regrouped: 210 });
  const [low = 0, high = 0] = golden.independent[0]?.change.slice(1) ?? [];
  const [gap] = change.gaps;
  expect(gap?.change?.interval.low).toBeCloseTo(2 * low, 9);
  expect(gap?.change?.interval.high).toBeCloseTo(2 * high, 9);
});

test('a gap that is as large on the other side turned round, it did not shrink; nothing else is said to be sure', async () => {
  const of = (name: string, women: number, men: number) =>
    people(
      name,
      'sex',
      Array.from({ length: 2000 }, (_, i) => {
        const [sex, most] = i % 2 ? ['F', women] : ['M', men];
        return `p${i},${sex},${Math.floor(i / 2) < most ? 'yes' : 'no'}`;
      }),
    );
  const files = [of('turned.csv', 600, 300), '--against', of('unturned.csv', 300, 600)];
  const { out } = await ombud('audit', ...files, ...roles);
  expect(out).toMatch(/turned round,\s+from −30\.0 points to \+30\.0 points/);
  expect(out).not.toMatch(/shrank|other changes/);
  expect((await ombud('audit', ...files, ...roles, '--lang', 'es')).out).toContain('se invirtió');
});

test('people who are in both and all in one group after are compared', async () => {
  const of = (name: string, sex: (i: number) => string, alone: string) =>
    people(name, 'sex', [
      ...Array.from({ length: 100 }, (_, i) => `p${i},${sex(i)},${i % 4 ? 'yes' : 'no'}`),
      `${name},${alone},yes`,
    ]);
  const [was, is] = [of('mixed', (i) => (i % 2 ? 'F' : 'M'), 'M'), of('women', () => 'F', 'M')];
  const ran = await ombud('audit', is, '--against', was, ...roles, '--subject', 'id', '--format', 'json');
  const { paired, rates } = JSON.parse(ran.out) as Change;
  expect(paired).toEqual({ people: 100, onlyBefore: 1, onlyAfter: 1, regrouped: 50 });
  expect(rates.map(({ group, before, after }) => [group.sex, before.n, after.n])).toEqual([['F', 50, 100]]);
});

test('rows that name no person are said, not lost', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => `${i % 40 ? `p${i}` : ''},${i % 2 ? 'F' : 'M'},yes`);
  const some = people('unnamed.csv', 'sex', [...lines, 'last,F,no']);
  const ran = await ombud('audit', some, '--against', some, ...roles, '--subject', 'id');
  expect(ran.out).toContain('391 people are in both');
  expect(ran.out).toContain('10 before, 10 after');
});

test('without a pseudonym the two are samples of different people, and the same change is less sure', async () => {
  const [paired, apart] = [await against('--subject', 'id'), await against()];
  expect(apart.paired).toBeNull();
  const p = ({ rates }: Change) => rates.find(({ group }) => group.sex === 'F')?.change?.test.p ?? 0;
  expect(p(apart)).toBeGreaterThan(p(paired));
});

test('a time that was asked for holds for the people who are matched as well', async () => {
  const write = (name: string, january: (sex: string) => string) => {
    const lines = Array.from({ length: 400 }, (_, i) => {
      const sex = i % 2 ? 'F' : 'M';
      // A person may be there in both months; February is the same in both files.
      return `p${i},${sex},${january(sex)},2026-01-10\np${i},${sex},${i % 4 < 2 ? 'yes' : 'no'},2026-02-10T09:00:00+01:00`;
    });
    const file = join(folder, name);
    writeFileSync(file, `id,sex,approved,day\n${lines.join('\n')}\n`);
    return file;
  };
  const [was, is] = [
    write('two-months-before.csv', (sex) => (sex === 'F' ? 'no' : 'yes')),
    write('two-months.csv', (sex) => (sex === 'F' ? 'yes' : 'no')),
  ];
  const asked = [...roles, '--subject', 'id', '--time', 'day', '--against', was, '--format', 'json'];
  const february = await ombud('audit', is, ...asked, '--from', '2026-02-01');
  const change = JSON.parse(february.out) as Change;
  expect(change.paired).toEqual({ people: 400, onlyBefore: 0, onlyAfter: 0 });
  expect(change.rates.map((one) => one.change?.value)).toEqual([0, 0]);
  const january = await ombud('audit', is, ...asked, '--to', '2026-02-01');
  const women = (JSON.parse(january.out) as Change).rates.find(({ group }) => group.sex === 'F');
  expect(women?.change?.value).toBe(1);
});

test('times that only the engine can read: people are not matched, and that is said', async () => {
  const file = join(folder, 'odd-times.csv');
  const lines = Array.from({ length: 60 }, (_, i) => `p${i},${i % 2 ? 'F' : 'M'},yes,2026/2/${1 + (i % 9)}`);
  writeFileSync(file, `id,sex,approved,day\n${lines.join('\n')}\n`);
  const asked = [...roles, '--subject', 'id', '--time', 'day', '--from', '2026-02-03', '--against', file];
  const { out } = await ombud('audit', file, ...asked);
  expect(out).toContain('people are not matched');
  expect(out).toContain('two samples of different people');
});

test('weighted people are not matched, and the reason says so', async () => {
  const file = join(folder, 'weighted.csv');
  const lines = Array.from({ length: 60 }, (_, i) => `p${i},${i % 2 ? 'F' : 'M'},yes,1.5`);
  writeFileSync(file, `id,sex,approved,w\n${lines.join('\n')}\n`);
  const asked = [...roles, '--subject', 'id', '--weight', 'w', '--against', file];
  const { out } = await ombud('audit', file, ...asked);
  expect(out).toContain('where a row is weighted');
  expect(out).not.toContain('between two files only');
});

test('people who are there twice cannot be matched, and that is said', async () => {
  const twice = join(folder, 'twice.csv');
  writeFileSync(twice, `${readFileSync(after, 'utf8')}F0,F,yes\n`);
  const { out } = await ombud('audit', twice, '--against', before, ...roles, '--subject', 'id');
  expect(out).toContain('Some people are there several times');
});

test('two decisions of one table: the other model is named by its column', async () => {
  const file = join(folder, 'models.csv');
  const lines = Array.from(
    { length: 400 },
    (_, i) => `${i},${i % 2 ? 'F' : 'M'},${i % 4 < 2},${i % 4 < 1 || i > 300}`,
  );
  writeFileSync(file, `id,sex,old,new\n${lines.join('\n')}\n`);
  const given = ['--groups', 'sex', '--subject', 'id', '--format', 'json'];
  const ran = await ombud(
    'audit',
    file,
    '--decision',
    'new=true',
    '--against-decision',
    'old=true',
    ...given,
  );
  const change = JSON.parse(ran.out) as Change;
  expect(change.paired?.people).toBe(400);
  expect(change.notes).toEqual([{ code: 'other-meaning', params: { role: 'decision' } }]);
});

test('ombud compare: text in two languages, files, and a result that is none', async () => {
  for (const [name, file] of [
    ['a', before],
    ['b', after],
  ] as const)
    await ombud('audit', file, ...roles, '-q', '-o', join(folder, `${name}.json`));
  const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
  const { out, exit } = await ombud('compare', a, b, '-o', join(folder, 'out'));
  expect(exit).toBe(0);
  expect(out).toContain('The two are compared as two samples of different people.');
  expect(
    changeSchema.parse(JSON.parse(readFileSync(join(folder, 'out', 'change.json'), 'utf8'))),
  ).toBeTruthy();
  expect(readFileSync(join(folder, 'out', 'change.md'), 'utf8')).toContain('| What | Before | After |');
  expect((await ombud('compare', a, b, '--lang', 'es')).out).toContain('dos muestras de personas distintas');
  const bad = await ombud('compare', a, before);
  expect([bad.exit, bad.err]).toEqual([2, expect.stringContaining('OMBUD_E_RESULT_FILE')]);
  expect((await ombud('compare', a, b, '--format', 'sarif')).err).toContain('json, html, md');
});

test('a file gets the change in the form of its ending, a folder the reports of the audit as well', async () => {
  const args = ['audit', after, '--against', before, ...roles, '-q', '-o'];
  await ombud(...args, join(folder, 'one.html'));
  expect(readFileSync(join(folder, 'one.html'), 'utf8')).toContain('<h1>What changed</h1>');
  await ombud(...args, join(folder, 'both/'));
  expect(readdirSync(join(folder, 'both')).sort()).toEqual([
    'change.html',
    'change.json',
    'change.md',
    'junit.xml',
    'report.html',
    'report.md',
    'result.json',
    'result.sarif',
  ]);
  expect((await ombud(...args, join(folder, 'one.xml'))).err).toContain('OMBUD_E_BAD_CONFIG');
});

test('what is no rate is not compared, and that is said', async () => {
  const file = join(folder, 'scored.csv');
  const lines = Array.from(
    { length: 200 },
    (_, i) => `${i % 2 ? 'F' : 'M'},${i % 3 < 1},${i % 5 < 2},${i % 7}`,
  );
  writeFileSync(file, `sex,given,due,score\n${lines.join('\n')}\n`);
  const asked = ['--decision', 'given=true', '--outcome', 'due=true', '--score', 'score', '--groups', 'sex'];
  const { out } = await ombud('audit', file, '--against', file, ...asked);
  expect(out).toContain('Only rates, their gaps and the rules are compared.');
  expect(out).toMatch(/not compared: .*Ranking/);
  expect(out).not.toMatch(/not compared: .*(Adverse impact|Selection rate|Equalized odds)/);
});

const auditOf = async (name: string): Promise<string> => {
  const { out } = await ombud('audit', before, ...roles, '--format', 'json');
  const file = join(folder, name);
  writeFileSync(file, out);
  return file;
};
type Changed = Record<string, unknown> & {
  readonly roles: { readonly groups: { column: string }[] };
  readonly findings: readonly { readonly groups: { events: number }[] }[];
};
const changed = (file: string, change: (result: Changed) => void): string => {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  change(result);
  writeFileSync(`${file}.changed.json`, JSON.stringify(result));
  return `${file}.changed.json`;
};

test('what a result of somebody else names cannot act on the terminal', async () => {
  const whole = await auditOf('whole.json');
  const acting = changed(whole, ({ roles }) => {
    for (const group of roles.groups) group.column = '\u001b[2J\u001b[31mseen';
  });
  for (const format of [[], ['--format', 'md']]) {
    const { out, exit } = await ombud('compare', whole, acting, ...format);
    expect(exit).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('␛');
  }
});

test.each(['findings', 'roles', 'run', 'source', 'verdict', 'coverage'])(
  'a result without its %s is refused in one sentence that names the file, of each version',
  async (key) => {
    const whole = await auditOf('now.json');
    const golden = join(import.meta.dirname, '..', '..', '..', 'contract', 'golden', 'result-1.json');
    const old = join(folder, 'old.json');
    writeFileSync(old, readFileSync(golden));
    for (const file of [whole, old]) {
      const lacking = changed(file, (result) => {
        delete (result as Record<string, unknown>)[key];
      });
      const { exit, err } = await ombud('compare', file, lacking);
      expect([exit, err]).toEqual([2, expect.stringContaining('OMBUD_E_RESULT_FILE')]);
      expect(err).toContain('changed.json');
    }
  },
);

test('a result of a later version is compared by what this one knows of it', async () => {
  const whole = await auditOf('today.json');
  const json = JSON.parse(readFileSync(whole, 'utf8'));
  json.later = 1;
  json.roles.decision.later = 1;
  json.findings[0].details = { kind: 'of-2030' };
  json.claims[0] = { code: 'of-2030', params: {}, supports: null };
  const later = join(folder, 'later.json');
  writeFileSync(later, JSON.stringify(json));
  expect(await ombud('compare', whole, later)).toMatchObject({ exit: 0, err: '' });
});

test('more events than people, or fewer than none, are no counts', async () => {
  const whole = await auditOf('counts.json');
  const odd = changed(whole, ({ findings }) => {
    for (const { groups } of findings) for (const group of groups) group.events = -81;
  });
  const { exit, err } = await ombud('compare', whole, odd);
  expect([exit, err]).toEqual([2, expect.stringContaining('OMBUD_E_RESULT_FILE')]);
});

test('a result against itself is said to count the same', async () => {
  const whole = await auditOf('same.json');
  const { out } = await ombud('compare', whole, whole);
  expect(out).toContain('fingerprints are equal');
});

test('other amounts on the same side of a limit are not said to count the same', async () => {
  const write = (name: string, times: number) => {
    const lines = Array.from(
      { length: 200 },
      (_, i) => `${i % 2 ? 'F' : 'M'},${i < 90 ? 100 + i : times * (300 + i)}`,
    );
    const file = join(folder, name);
    writeFileSync(file, `sex,limit\n${lines.join('\n')}\n`);
    return file;
  };
  const [low, high] = [write('low.csv', 1), write('high.csv', 2)];
  const { out } = await ombud('audit', high, '--against', low, '--decision', 'limit>=300', '--groups', 'sex');
  expect(out).toContain('two samples of different people');
  expect(out).not.toContain('exactly the same');
});

test('two decisions of one file are about the same people, also without a pseudonym', async () => {
  const file = join(folder, 'same-people.csv');
  const lines = Array.from(
    { length: 400 },
    (_, i) => `${i},${i % 2 ? 'F' : 'M'},${i % 4 < 2},${i % 4 < 2 || i > 380},1`,
  );
  writeFileSync(file, `id,sex,old,new,w\n${lines.join('\n')}\n`);
  const asked = ['--decision', 'new=true', '--against-decision', 'old=true', '--groups', 'sex'];
  const read = async (...args: string[]) =>
    JSON.parse((await ombud('audit', file, ...asked, '--format', 'json', ...args)).out) as Change;
  const [byRow, bySubject] = [await read(), await read('--subject', 'id')];
  expect(byRow.paired).toEqual({ people: 400, onlyBefore: 0, onlyAfter: 0 });
  expect(byRow.rates).toEqual(bySubject.rates);
  const weighted = await read('--weight', 'w');
  expect([weighted.paired, weighted.notes[0]?.code]).toEqual([null, 'weighted']);
});

test('a score that is no finite number is missing in the people who are matched, as it is in each audit', async () => {
  const ratesWith = async (missing: (i: number) => string) => {
    const file = join(folder, 'scores.csv');
    const score = (i: number) => (i % 10 < 3 ? missing(i) : i % 7);
    const lines = Array.from({ length: 400 }, (_, i) => `${i % 2 ? 'F' : 'M'},${score(i)}`);
    writeFileSync(file, `sex,score\n${lines.join('\n')}\n`);
    const asked = ['--decision', 'score>=3', '--against-decision', 'score>=5', '--groups', 'sex'];
    const { out } = await ombud('audit', file, ...asked, '--format', 'json');
    const { rates, paired } = JSON.parse(out) as Change;
    expect(paired?.people).toBe(400);
    return rates;
  };
  const rates = await ratesWith((i) => ['Infinity', '-Infinity', '1e999'][i % 3] ?? '');
  expect(rates).toEqual(await ratesWith(() => ''));
  expect(rates.reduce((sum, { after }) => sum + (after?.n ?? 0), 0)).toBe(280);
});

test('without a policy there is no verdict to compare, and one that only one side had is said', async () => {
  const [none, ruled] = [join(folder, 'no-rule.json'), join(folder, 'ruled.json')];
  await ombud('audit', before, ...roles, '-q', '-o', none);
  await ombud('audit', after, ...roles, '--policy', 'us-four-fifths', '-q', '-o', ruled);
  const { out } = await ombud('compare', none, none);
  expect(out).toContain('No limit was set, so there is no verdict.');
  expect(out).not.toContain('Cannot tell');
  expect((await ombud('compare', none, ruled)).out).toMatch(/The verdict was “not judged”, and is “\w+/);
});

test('a decision against itself turned round is refused: the same file, the same column', async () => {
  const file = join(folder, 'turned.csv');
  const lines = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'F' : 'M'},${i % 3 ? 'yes' : 'no'},${i % 7}`);
  writeFileSync(file, `sex,ok,score\n${lines.join('\n')}\n`);
  const stored = (decision: string, other: string) =>
    ombud('audit', file, '--decision', decision, '--against-decision', other, '--groups', 'sex');
  for (const [decision, other] of [
    ['ok=yes', 'ok=no'],
    ['score>=3', 'score<3'],
  ] as const) {
    const { exit, err } = await stored(decision, other);
    expect([exit, err]).toEqual([2, expect.stringContaining('turned round')]);
  }
  // Another limit on one score is a question.
  expect((await stored('score>=3', 'score<5')).exit).toBe(0);
});
