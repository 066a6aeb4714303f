import { expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const counts = 'examples/berkeley-1973/admissions.csv';
const roles = [
  '--decision',
  'admitted=yes',
  '--groups',
  'sex',
  '--count',
  'people',
  '--favourable',
  'positive',
];

test.each([
  [['--sign', 'e.json', '--against', counts], '--sign does nothing together with --against.'],
  [['--sign', 'e.json', '--baseline', 'b.json'], 'What is signed is the result itself'],
  [['--model-file', 'm.json', '--against', counts], '--model-file does nothing together with --against.'],
  [['--baseline-expires', '2027-01-01'], '--baseline-expires does nothing without --write-baseline.'],
  [['--minimum-cell', '5'], '--minimum-cell does nothing without --sign.'],
  [['--releases', 'r.json'], '--releases does nothing without --sign.'],
  [['--period', 'week'], '--period does nothing without --time.'],
  [['--need', 'people'], '--need does nothing without --score.'],
  [['--against-decision', 'admitted=yes'], 'The decision is compared with itself'],
  [['--against-decision', 'admitted=yes', '--against', counts], 'The decision is compared with itself'],
  [['--key', 'k'], '--key does nothing without --reproduce.'],
  [['--reproduce', 'e.json', '--baseline', 'b.json'], '--decision does nothing together with --reproduce.'],
])('%j is refused, and nothing is audited', async (flags, sentence) => {
  const ran = await ombud('audit', counts, ...roles, ...flags);
  expect([ran.exit, ran.out]).toEqual([2, '']);
  expect(ran.err).toContain(sentence);
  expect(ran.err).toContain('[OMBUD_E_BAD_CONFIG]');
});

test('the page of Local Law 144 without its audit is refused; with the pack or the audit it is written', async () => {
  const page = ['--format', 'll144'];
  const refused = await ombud('audit', counts, ...roles, ...page);
  expect([refused.exit, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('--policy nyc-ll144');
  expect((await ombud('audit', counts, ...roles, ...page, '--lang', 'es')).err).toContain('no se pidió');
  for (const asked of [
    ['--policy', 'nyc-ll144'],
    ['--audits', 'll144'],
  ])
    expect((await ombud('audit', counts, ...roles, ...page, ...asked)).out).toContain('Impact ratio');
});

test('a score of texts was given, and is refused with one sentence', async () => {
  const refused = await ombud('audit', counts, ...roles, '--score', 'sex');
  expect([refused.exit, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain('The score must be a number, and the column "sex" holds none');
  expect(refused.err).toContain('[OMBUD_E_NOT_A_NUMBER]');
  const need = await ombud('audit', counts, ...roles, '--score', 'people', '--need', 'department');
  expect([need.exit, need.out]).toEqual([2, '']);
  expect(need.err).toContain('The need must be a number');
  const spanish = await ombud('audit', counts, ...roles, '--score', 'sex', '--lang', 'es');
  expect(spanish.err).toContain('debe ser un número');
});

test.each([
  [
    ['no-such-file', '--key', 'k', '--page', 'p.html'],
    ['no-such-file', '--key'],
  ],
  [['--log', 'tree', '--key', 'k', '--entry', 'e'], ['--entry']],
  [['e.json', '--log', 'tree', '--payload', 'p'], ['--payload']],
  [['a', 'b', '--witness-key', 'w'], ['--witness-key']],
  [['a', 'b', '--report', 'r.html'], ['b']],
])('verify %j: what would verify nothing is refused by name', async (args, extra) => {
  const ran = await ombud('verify', ...args);
  expect([ran.exit, ran.out]).toEqual([2, '']);
  for (const name of extra) expect(ran.err).toContain(name);
  expect(ran.err).toContain('[OMBUD_E_BAD_CONFIG]');
  expect((await ombud('verify', ...args, '--lang', 'es')).err).toContain('no haría nada');
});
