import { createRequire } from 'node:module';
import { visible } from '@ombud/words';
import Ajv from 'ajv';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import {
  berkeleyResult,
  emptyResult,
  fullResult,
  hostileNames,
  hostileResult,
  largeResult,
  smallResult,
} from '../test/results.ts';
import {
  renderCsv,
  renderHtml,
  renderJson,
  renderJUnit,
  renderMarkdown,
  renderSarif,
  renderTerminal,
} from './index.ts';

const require = createRequire(import.meta.url);
const results = {
  small: smallResult(),
  berkeley: berkeleyResult(),
  large: largeResult(),
  hostile: hostileResult(),
  empty: emptyResult(),
  full: fullResult(),
};
const cases = Object.entries(results);
const renderers = {
  renderHtml,
  renderMarkdown,
  renderJUnit,
  renderSarif,
  renderCsv,
  renderJson,
  renderTerminal: (one: Parameters<typeof renderHtml>[0]) =>
    renderTerminal(one, { columns: 80, colour: false }),
};

test.each(Object.entries(renderers))(
  '%s: the same result gives the same bytes, and is not changed',
  (_, render) => {
    for (const [, one] of cases) {
      const before = JSON.stringify(one);
      expect(render(structuredClone(one))).toBe(render(one));
      expect(JSON.stringify(one)).toBe(before);
    }
  },
);

test.each(Object.entries(renderers))(
  '%s: no control or bidi character from a name reaches the output',
  (_, render) => {
    const text = render(hostileResult()).replace(/\r?\n/g, '');
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
    expect(text.isWellFormed()).toBe(true);
  },
);

test.each(Object.entries(renderers))(
  '%s: every format but the flat table of rates says the answer or holds it',
  (name, render) => {
    const text = render(smallResult());
    const told = name === 'renderCsv' || name === 'renderJson' ? '300' : 'larger than chance';
    expect(text.replace(/\s+/g, ' ')).toContain(told);
  },
);

test.each(cases)('JUnit is well-formed XML, its counts are right: %s', (_, one) => {
  const xml = renderJUnit(one);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parsed = new XMLParser({
    ignoreAttributes: false,
    isArray: (tag) => tag === 'testcase' || tag === 'testsuite',
  }).parse(xml);
  const suites: { testcase?: Record<string, unknown>[]; '@_failures': string }[] =
    parsed.testsuites.testsuite;
  const tests = suites.flatMap(({ testcase }) => testcase ?? []);
  const broken = one.findings.filter(({ state }) => state === 'error').length;
  expect(tests).toHaveLength(one.verdict.assertions.length + broken);
  const failed = one.verdict.assertions.filter(
    ({ state, level }) => state !== 'pass' && level === 'error',
  ).length;
  expect(Number(parsed.testsuites['@_failures'])).toBe(failed);
  expect(tests.filter((each) => 'failure' in each)).toHaveLength(failed);
  expect(tests.filter((each) => 'error' in each)).toHaveLength(broken);
});

test('JUnit: cannot tell is no success, unless the policy only warns; a warning is told but does not fail', () => {
  const small = smallResult();
  const warns = { ...small, verdict: { ...small.verdict, whenCannotTell: 'warn' as const } };
  expect(renderJUnit(warns)).toContain('<skipped message="');
  const xml = renderJUnit(small);
  expect(xml).not.toContain('<skipped');
  expect(xml).toMatch(
    /<failure type="cannot-tell" message="[^"]*Too few people to tell. With about 1,200 people in each of the two groups, a fail would show/,
  );
  expect(xml).toContain('<system-out>warning: ');
  expect(xml.match(/<failure type="fail"/g)).toHaveLength(1);
});

test.each(cases)('SARIF is valid against the schema of SARIF 2.1.0: %s', (_, one) => {
  const ajv = new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  const valid = ajv.validate(
    require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    JSON.parse(renderSarif(one)),
  );
  expect(ajv.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test('what is to be said beside a verdict is said with it', () => {
  const [first, ...rest] = smallResult().verdict.assertions.filter(({ state }) => state === 'cannot-tell');
  if (first === undefined) throw new Error('The fixture has no rule.');
  const noted = { ...first, notes: [{ code: 'missing-survived', params: { people: 30, of: 2000 } }] };
  const small = smallResult();
  const one = { ...small, verdict: { ...small.verdict, assertions: [noted, ...rest] } };
  const sentence = 'Something is missing for 30 of 2,000 people; the pass holds even in the worst case.';
  for (const render of [renderHtml, renderMarkdown, renderJUnit, renderSarif])
    expect(render(one)).toContain(sentence);
});

test('SARIF: only what must be looked at, and a level only on what failed', () => {
  const log = JSON.parse(renderSarif(smallResult()));
  const shown = log.runs[0].results.map(({ kind, level }: { kind: string; level: string }) => [kind, level]);
  expect(shown).toEqual([
    ['fail', 'error'],
    ['fail', 'warning'],
    ['review', 'none'],
  ]);
  const rules = log.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id);
  expect(rules).toEqual(['adverse-impact', 'selection-rate']);
  expect(JSON.parse(renderSarif(emptyResult())).runs[0].invocations[0].executionSuccessful).toBe(false);
});

/** What code scanning asks beyond the schema: met as faults of other tools, codeql-action issues 754, 2456 and 2459. */
test.each([
  ['decisions/march.csv', 'decisions/march.csv'],
  ['postgres://db.example.org/loans#decisions', 'postgres%3A%2F%2Fdb.example.org%2Floans%23decisions'],
  ['trino://reader@lake:8080/hive/d/t', 'trino%3A%2F%2Freader%40lake%3A8080%2Fhive%2Fd%2Ft'],
  ['ledger:./log#loans', 'ledger%3A.%2Flog%23loans'],
])('SARIF: code scanning takes the location %s, and no two results are taken for one', (location, uri) => {
  const small = smallResult();
  const log = JSON.parse(renderSarif({ ...small, source: { ...small.source, location } }));
  const { results } = log.runs[0];
  const places = results.flatMap(({ locations }: { locations: unknown[] }) => locations);
  expect(places).toHaveLength(results.length);
  for (const { physicalLocation } of places)
    expect(physicalLocation).toEqual({ artifactLocation: { uri }, region: { startLine: 1 } });
  // With its scheme a URI would be another host's: resolved against a checkout it must stay in there.
  expect(new URL(uri, 'file:///checkout/').href).toMatch(/^file:\/\/\/checkout\//);
  const hashes = results.map(
    ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
      partialFingerprints.primaryLocationLineHash,
  );
  expect(new Set(hashes).size).toBe(results.length);
});

/** A plain reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const [, raw = '', end] = match;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('CSV: no cell can run as a formula, every name is there, every row has every column', () => {
  const rows = readCsv(renderCsv(hostileResult()));
  const cells = rows.flat();
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  for (const each of cells) expect(each).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
  for (const name of hostileNames)
    expect(cells.some((each) => each === visible(name) || each === `'${visible(name)}`)).toBe(true);
  expect(rows).toHaveLength(1 + 2 * hostileNames.length);
});

test('CSV: a row for each group of each finding, with the numbers as they are', () => {
  const rows = readCsv(renderCsv(smallResult()));
  expect(rows[0]?.slice(0, 7)).toEqual(['audit', 'measure', 'group_by', 'sex', 'n', 'events', 'value']);
  expect(rows[1]?.slice(0, 7)).toEqual([
    'selection-rate',
    'selection-rate',
    'sex',
    'F',
    '1000',
    '300',
    '0.3',
  ]);
  expect(rows).toHaveLength(5);
});

test.each(cases)('JSON reads back as the same result: %s', (_, one) => {
  expect(JSON.parse(renderJson(one))).toEqual(JSON.parse(JSON.stringify(one)));
  expect(renderJson(one).endsWith('}\n')).toBe(true);
});

test('Markdown: no name becomes markup, a link, a mention or a new column', () => {
  const text = renderMarkdown(hostileResult());
  expect(text).not.toMatch(/<(?!\/?(?:details|summary)>)/);
  expect(text).not.toMatch(/(?<!\\)\[|https:\/\/|@someone|www\./);
  const rows = text.split('\n').filter((each) => each.startsWith('|'));
  const table = rows.filter((each) => /\d+\.\d %/.test(each));
  expect(table.length).toBeGreaterThan(hostileNames.length);
  for (const row of table) expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
});

test.each(cases)(
  'the terminal text fits 80 columns and holds no escape sequence without colour: %s',
  (_, one) => {
    const text = renderTerminal(one, { columns: 80, colour: false });
    for (const each of text.split('\n')) expect(Array.from(each).length).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
    expect(text.indexOf('The answer')).toBeLessThan(text.indexOf('Verdict'));
  },
);

test('the terminal text with colour is the same text', () => {
  const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
  const plain = renderTerminal(berkeleyResult(), { columns: 80, colour: false });
  const coloured = renderTerminal(berkeleyResult(), { columns: 80, colour: true });
  expect(coloured).not.toBe(plain);
  expect(coloured.replace(colours, '')).toBe(plain);
});

test('Markdown fits into one comment of a forge, and says what it has no room for', () => {
  const large = largeResult();
  const many = { ...large, findings: [...large.findings, ...large.findings, ...large.findings] };
  const text = renderMarkdown(many);
  expect(text.length).toBeLessThanOrEqual(65_536);
  expect(text).toMatch(/\d+ more tables are in the other reports/);
});
