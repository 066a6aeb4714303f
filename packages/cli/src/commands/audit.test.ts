import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSpec } from '@ombud/app';
import { audit, exitCodeOf } from '@ombud/audit';
import type { Result } from '@ombud/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand } from '../../test/built-command.ts';

let command: ReturnType<typeof buildCommand>;
let folder = '';
beforeAll(() => {
  command = buildCommand();
  folder = mkdtempSync(join(tmpdir(), 'ombud-audit-'));
  const rows = (sex: string, yes: number, no: number) => [`${sex},yes,${yes}`, `${sex},no,${no}`].join('\n');
  const table = (...lines: string[]) => `sex,hired,people\n${lines.join('\n')}\n`;
  write('fail.csv', table(rows('F', 100, 900), rows('M', 500, 500)));
  write('pass.csv', table(rows('F', 5000, 5000), rows('M', 5000, 5000)));
  write('few.csv', table(rows('F', 4, 6), rows('M', 5, 5)));
  write('limits.yaml', 'use: [us-four-fifths]\n');
  write('lenient.yaml', 'use: [us-four-fifths]\nwhenCannotTell: warn\n');
});
afterAll(() => {
  command.remove();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const run = (...args: string[]) => command.run(['audit', ...args], folder);
const counted = ['--decision', 'hired', '--groups', 'sex', '--count', 'people', '--favourable', 'positive'];

test('a rule pack about who gets what is good asks which decision is: exit 2 until it is declared', () => {
  const undeclared = counted.slice(0, -2);
  const { code, stderr } = run('pass.csv', ...undeclared, '--policy', 'us-four-fifths');
  expect(code).toBe(2);
  expect(stderr).toMatch(/us-four-fifths.*hired = "yes" is good or bad.*--favourable.*OMBUD_E_FAVOURABLE/s);
  const neutral = run('pass.csv', ...undeclared);
  expect(neutral.code).toBe(0);
  expect(neutral.stdout).not.toMatch(/favourable decision/);
  expect(neutral.stdout).toMatch(/was not\s+declared/);
});

describe('exit codes', () => {
  test.each([
    ['pass.csv', 'limits.yaml', 0],
    ['fail.csv', 'limits.yaml', 1],
    ['few.csv', 'limits.yaml', 3],
    ['few.csv', 'us-four-fifths', 3],
    ['few.csv', 'lenient.yaml', 0],
    ['few.csv', 'us-four-fifths:point', 0],
    ['fail.csv', 'nyc-ll144', 0],
  ])('%s by %s ends with %d', (file, policy, code) => {
    expect(run(file, ...counted, '--policy', policy).code).toBe(code);
  });
});

test('a decision that sounds bad for the person is told of, with what to do', () => {
  write('deny.csv', 'sex,deny\nF,yes\nF,no\nM,no\nM,yes\n');
  const asked = ['--decision', 'deny=yes', '--groups', 'sex'];
  expect(run('deny.csv', ...asked).stderr).toMatch(
    /"deny = yes" sounds bad for the person.*--favourable negative/,
  );
  expect(run('deny.csv', ...asked, '--favourable', 'negative').stderr).toBe('');
  expect(run('deny.csv', '--decision', 'deny=no', '--groups', 'sex').stderr).toBe('');
});

test('--quiet writes the reports and says nothing', () => {
  const ran = run('pass.csv', ...counted, '--quiet', '--out', 'quiet/');
  expect([ran.code, ran.stdout, ran.stderr]).toEqual([0, '', '']);
  expect(readFileSync(join(folder, 'quiet', 'report.html'), 'utf8')).toContain('</html>');
});

test('fairpipe: the gates of command and API agree, verdict for verdict', async () => {
  for (const file of ['pass.csv', 'fail.csv', 'few.csv']) {
    const ran = run(file, ...counted, '--policy', 'limits.yaml', '--format', 'json');
    const shown = JSON.parse(ran.stdout) as Result;
    const policy = { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'error' } as const;
    const result = await audit({
      source: join(folder, file),
      decision: { column: 'hired' },
      groups: [{ column: 'sex' }],
      count: 'people',
      favourable: 'positive',
      policy,
    });
    expect(shown.verdict).toEqual(result.verdict);
    expect(ran.code).toBe(exitCodeOf(result.verdict));
  }
});

describe('bad input gets one sentence, its code, exit 2 and no stack trace', () => {
  const wide = `id,hired\n${Array.from({ length: 50_000 }, (_, i) => `p${i},${i % 2 ? 'yes' : 'no'}`).join('\n')}\n`;
  const cases: [
    what: string,
    file: string,
    content: string | Uint8Array | null,
    args: string[],
    says: RegExp,
  ][] = [
    ['no such file', 'none.csv', null, counted, /"none\.csv" does not exist.*OMBUD_E_NO_SOURCE/s],
    [
      'a truncated Parquet',
      'cut.parquet',
      Buffer.from('PAR1 and then no more'),
      counted,
      /cut\.parquet.*OMBUD_E_UNREADABLE/s,
    ],
    [
      'a ragged line',
      'ragged.csv',
      'sex,hired\nF,yes\nM,no,and more\nF,no\n',
      ['--decision', 'hired', '--groups', 'sex'],
      /Line 3 .* 3 values where the header has 2/,
    ],
    [
      'an unknown column',
      'fail.csv',
      null,
      ['--decision', 'hird', '--groups', 'sex', '--count', 'people'],
      /no column "hird".*"hired"/,
    ],
    [
      'a decision with three values',
      'three.csv',
      'sex,d\nF,a\nM,b\nF,c\nM,a\n',
      ['--decision', 'd', '--groups', 'sex'],
      /3 values.*"a" \(2\), "b" \(1\), "c" \(1\)/,
    ],
    [
      'no rows',
      'head.csv',
      'sex,hired\n',
      ['--decision', 'hired', '--groups', 'sex'],
      /no rows.*OMBUD_E_NO_ROWS/,
    ],
    [
      'an empty file',
      'empty.csv',
      '',
      ['--decision', 'hired', '--groups', 'sex'],
      /is empty.*OMBUD_E_NO_ROWS/,
    ],
    [
      'one group',
      'one.csv',
      'sex,hired\nF,yes\nF,no\n',
      ['--decision', 'hired', '--groups', 'sex'],
      /one group only.*OMBUD_E_ONE_GROUP/,
    ],
    [
      'negative counts',
      'minus.csv',
      'sex,hired,people\nF,yes,-3\nM,no,4\n',
      counted,
      /negative value, -3.*OMBUD_E_BAD_COUNT/,
    ],
    [
      'a count that is no number',
      'words.csv',
      'sex,hired,people\nF,yes,many\nM,no,4\n',
      counted,
      /not a number.*OMBUD_E_BAD_COUNT/,
    ],
    [
      '50,000 groups',
      'wide.csv',
      wide,
      ['--decision', 'hired', '--groups', 'id'],
      /1,000 distinct values.*OMBUD_E_TOO_MANY_GROUPS/,
    ],
    [
      'a folder that cannot be written',
      'fail.csv',
      null,
      [...counted, '--out', 'fail.csv/reports/'],
      /fail\.csv\/reports.*OMBUD_E_CANNOT_WRITE/s,
    ],
    [
      'no roles',
      'fail.csv',
      null,
      [],
      /decision and groups are missing.*sex, hired, people.*--decision, --groups/,
    ],
    [
      'a mistyped reference',
      'fail.csv',
      null,
      [...counted, '--reference', 'sex=Q'],
      /"sex=Q".*OMBUD_E_NO_SUCH_VALUE/,
    ],
    ['bins that nothing uses', 'fail.csv', null, [...counted, '--bins', 'age=30'], /"age".*OMBUD_E_BAD_BINS/],
    [
      'an unknown pack',
      'fail.csv',
      null,
      [...counted, '--policy', 'us-four-fifts'],
      /us-four-fifths.*OMBUD_E_BAD_POLICY/,
    ],
    ['an unknown format', 'fail.csv', null, [...counted, '--format', 'pdf'], /"pdf".*OMBUD_E_BAD_CONFIG/],
  ];
  test.each(cases)('%s', (_, file, content, args, says) => {
    if (content !== null) write(file, content);
    const { code, stdout, stderr } = run(file, ...args);
    expect(stderr).toMatch(says);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^ombud: .*\n$/);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  });

  test('a mistake in a policy file names its line', () => {
    write('bad.yaml', 'use: [us-four-fifths]\nassert:\n  adverse-impact: [error, { minRatoi: 0.8 }]\n');
    const { code, stderr } = run('fail.csv', ...counted, '--policy', 'bad.yaml');
    expect(stderr).toMatch(/"bad\.yaml", line 3: .*minRatoi/);
    expect(code).toBe(2);
  });
});

test('hostile names of groups change nothing but what is shown', () => {
  const hostile = [
    `"quoted", with a comma`,
    'two\nlines',
    '<script>alert(1)</script>',
    '=cmd()',
    `'; DROP TABLE person; --`,
    '</script><img src=x onerror=alert(1)>',
    '\u001b[31mred',
  ];
  const field = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = (names: readonly string[]) =>
    ['g,d,n', ...names.flatMap((name, i) => [`${field(name)},yes,${10 + i}`, `${field(name)},no,20`])].join(
      '\n',
    );
  write('hostile.csv', lines(hostile));
  write('tame.csv', lines(hostile.map((_, i) => `name ${i}`)));
  const out = (name: string) =>
    run(
      name,
      '--decision',
      'd',
      '--groups',
      'g',
      '--count',
      'n',
      '--favourable',
      'positive',
      '--policy',
      'us-four-fifths',
      '--format',
      'json,html,md,junit,sarif,csv',
      '--out',
      `${name}.out/`,
    );
  const shown = out('hostile.csv');
  expect(shown.code).toBe(out('tame.csv').code);
  expect(shown.stdout).not.toContain('\u001b[31m');
  const read = (name: string, file: string) => readFileSync(join(folder, `${name}.out`, file), 'utf8');
  const valuesOf = (name: string) =>
    (JSON.parse(read(name, 'result.json')) as Result).findings
      .flatMap(({ groups }) => groups.map(({ events, n }) => `${events}/${n}`))
      .sort();
  expect(valuesOf('hostile.csv')).toEqual(valuesOf('tame.csv'));
  const names = new Set(
    (JSON.parse(read('hostile.csv', 'result.json')) as Result).findings.flatMap(({ groups }) =>
      groups.map(({ group }) => group.g),
    ),
  );
  expect(names).toEqual(new Set(hostile));
  const html = read('hostile.csv', 'report.html');
  expect(html).not.toContain('<script>alert(1)');
  expect(html).not.toContain('<img src=x');
  for (const line of read('hostile.csv', 'rates.csv').split('\n')) expect(line).not.toMatch(/(^|,)"?=cmd/);
});

describe('init', () => {
  test('writes a declaration that can be audited as it is, with the source relative to the declaration', async () => {
    mkdirSync(join(folder, 'declared'), { recursive: true });
    write('loans.csv', 'sex,denied\nF,yes\nM,no\nF,no\nM,yes\nF,yes\n');
    const made = command.run(['init', 'loans.csv', '--out', 'declared/ombud.yaml'], folder);
    expect(made.stderr).toBe('');
    const declared = await readSpec(join(folder, 'declared', 'ombud.yaml'));
    expect(declared.source).toBe(join(folder, 'loans.csv'));
    expect(declared).toMatchObject({
      decision: { column: 'denied', positive: ['yes'] },
      favourable: 'negative',
      groups: [{ column: 'sex' }],
    });
    // Five people are too few to tell by, and a declaration stops where nothing can be told.
    expect(command.run(['audit'], join(folder, 'declared'))).toMatchObject({
      code: 3,
      stderr: expect.not.stringContaining('OMBUD_E'),
    });
  });

  test('does not write over a file', () => {
    write('ombud.yaml', 'system: mine\n');
    const { code, stderr } = command.run(['init', 'fail.csv'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('exists already')]);
    expect(readFileSync(join(folder, 'ombud.yaml'), 'utf8')).toBe('system: mine\n');
    rmSync(join(folder, 'ombud.yaml'));
  });
});

describe('a column or a value that holds an equals sign can be named', () => {
  const rows = (column: string, positive: string, negative: string) =>
    `sex,${column}\n${Array.from({ length: 20 }, (_, i) => `${i % 2 ? 'F' : 'M'},${i % 3 ? positive : negative}\n`).join('')}`;
  const audit = (file: string, decision: string) =>
    command.run(['audit', file, '--groups', 'sex', '--decision', decision, '--format', 'json'], folder);
  const roleIn = (stdout: string) => (JSON.parse(stdout) as Result).roles.decision;

  test("Adult's own classification=>50K", () => {
    write('adult.csv', rows('classification', '>50K', '<=50K'));
    const ran = audit('adult.csv', 'classification=>50K');
    expect(roleIn(ran.stdout)).toEqual({ column: 'classification', positive: ['>50K'] });
    const other = audit('adult.csv', 'classification=<=50K');
    expect(roleIn(other.stdout)).toEqual({ column: 'classification', positive: ['<=50K'] });
  });

  test('a column a=b, in quotes', () => {
    write('equals.csv', rows('a=b', 'yes', 'no'));
    expect(roleIn(audit('equals.csv', '"a=b"=yes').stdout)).toEqual({ column: 'a=b', positive: ['yes'] });
  });

  test('a condition is data in the result, and its report says it as it is', () => {
    write('scores.csv', rows('s', '9', '3'));
    const ran = audit('scores.csv', 's>=7');
    expect(roleIn(ran.stdout)).toEqual({ column: 's', condition: { operator: '>=', value: 7 } });
    const shown = command.run(['audit', 'scores.csv', '--groups', 'sex', '--decision', 's>=7'], folder);
    expect(shown.stdout).toContain('s >= 7');
    expect(shown.stdout).not.toContain('= >=7');
  });

  test.each([
    ['classification', '>50K', '<=50K'],
    ['a=b', 'x,y', "it's"],
  ])('the hint that is printed about %s works when it is pasted', (column, positive, negative) => {
    const quote = (text: string) => `"${text}"`;
    write('hint.csv', rows(column, quote(positive), quote(negative)));
    const { stderr } = audit('hint.csv', `"${column}"`);
    const hint = /For example --decision (.*)\. \[OMBUD_E_NOT_BINARY\]/.exec(stderr)?.[1] ?? '';
    const word = execFileSync('sh', ['-c', `printf %s ${hint}`], { encoding: 'utf8' });
    expect(roleIn(audit('hint.csv', word).stdout)).toMatchObject({ column });
  });
});

test('the built command finds what it loads only when it is needed: a solver, for more than three changes', () => {
  const golden = join(import.meta.dirname, '..', '..', '..', 'explain', 'golden');
  const { columns, rows } = JSON.parse(readFileSync(join(golden, 'heloc-people.json'), 'utf8')) as {
    readonly columns: string[];
    readonly rows: (number | null)[][];
  };
  write(
    'people.csv',
    `${[columns, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n')}\n`,
  );
  write(
    'explain.yaml',
    'system: loans\nexplain: { recourse: { columns: { PercentInstallTrades: { change: any, step: 1 } } } }\n',
  );
  const model = join(golden, 'heloc-lightgbm.txt');
  const { code, stdout } = command.run(
    ['explain', model, 'people.csv', '--row', '6', '--config', 'explain.yaml'],
    folder,
  );
  expect(code).toBe(0);
  expect(stdout).toContain('any number of changes, by a mixed-integer program');
  expect(stdout).toContain('No such change exists, as far as that reaches.');
});
