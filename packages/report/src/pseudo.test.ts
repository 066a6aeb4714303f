import type { Result } from '@ombud/contract';
import { pseudoLanguage } from '@ombud/words';
import { expect, test } from 'vitest';
import { withClaims } from '../test/build-result.ts';
import { berkeleyResult, emptyResult, fullResult, largeResult, smallResult } from '../test/results.ts';
import { renderHtml, renderJUnit, renderMarkdown, renderSarif, renderTerminal } from './index.ts';

/** Words of the data that are no English, so that none of them hides a word of ours. */
const nonsense: Partial<Result> = {
  system: {
    id: 'zqx',
    title: 'Zqtitle',
    purpose: 'Zqpurpose',
    owner: { name: 'Zqowner', contact: 'zqcontact' },
  },
  source: { location: 'zqfolder/zqfile', rows: 4526, fingerprint: 'zqprint' },
};

/** Everything that a report may say as it is: names and values of the data, and Ombud's own name. */
function dataOf({ system, wording, source, roles, coverage, findings, verdict, run }: Result): Set<string> {
  const groups = findings.flatMap(({ groupBy, groups, details }) => [
    ...groupBy,
    ...groups.flatMap(({ group }) => Object.values(group)),
    ...(details?.kind === 'strata'
      ? details.strata.flatMap(({ stratum }) => Object.entries(stratum).flat())
      : []),
    ...(details?.kind === 'shares' ? [details.population] : []),
  ]);
  const messages = [
    ...findings.map(({ reason }) => reason),
    ...coverage.excluded.map(({ reason }) => reason),
  ].flatMap((reason) => [reason?.params.message, reason?.params.text]);
  const texts = [
    JSON.stringify([system, wording, source, roles.decision, roles.outcome, roles.groups, roles.strata]),
    ...groups,
    ...coverage.missing.flatMap(({ column, markers = [] }) => [column, ...markers.map(({ value }) => value)]),
    ...verdict.assertions.flatMap(({ source: from, group, reference }) => [
      from,
      JSON.stringify([group, reference]),
    ]),
    ...messages,
    run.version,
    run.started,
    'Ombud',
  ];
  return new Set(texts.flatMap((text) => String(text).match(/[A-Za-z]+/g) ?? []));
}

/** What a person reads of an HTML page: its texts and the names that a screen reader says. */
function htmlTexts(html: string): string {
  const spoken = [...html.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, text]) => text);
  const seen = html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, '\n');
  return [seen, ...spoken].join('\n').replace(/&(?:amp|lt|gt|quot|#39);/g, ' ');
}

const markdownTexts = (text: string): string =>
  text.replace(/<\/?(?:details|summary)>/g, '').replace(/&#?\w+;/g, ' ');

function junitTexts(xml: string): string {
  const attributes = [...xml.matchAll(/\s(?:name|message)="([^"]*)"/g)].map(([, text]) => text);
  return [xml.replace(/<[^>]*>/g, '\n'), ...attributes].join('\n').replace(/&\w+;/g, ' ');
}

function sarifTexts(json: string): string {
  const texts: string[] = [];
  JSON.parse(json, (key, value) => {
    if (typeof value === 'string' && ['text', 'name'].includes(key)) texts.push(value);
    return value;
  });
  return texts.join('\n');
}

const language = pseudoLanguage();
const formats: readonly (readonly [string, (result: Result) => string])[] = [
  ['HTML', (one) => htmlTexts(renderHtml(one, language))],
  ['Markdown', (one) => markdownTexts(renderMarkdown(one, language))],
  ['JUnit', (one) => junitTexts(renderJUnit(one, language))],
  ['SARIF', (one) => sarifTexts(renderSarif(one, language))],
  ['the terminal', (one) => renderTerminal(one, { columns: 100, colour: false, language })],
];

const results: readonly (readonly [string, Result])[] = [
  ['everything', { ...fullResult(), ...nonsense, coverage: smallResult().coverage }],
  ['a reversal', { ...berkeleyResult(), ...nonsense }],
  ['many groups', { ...largeResult(), ...nonsense }],
  ['a policy', { ...smallResult(), ...nonsense }],
  ['nothing', { ...emptyResult(), ...nonsense }],
  [
    'an unfavourable decision, with a weight',
    withClaims({
      ...fullResult(),
      ...nonsense,
      coverage: {
        ...smallResult().coverage,
        excluded: [{ reason: { code: 'no-decision', params: {} }, rows: 3 }],
      },
      wording: {},
      roles: {
        ...fullResult().roles,
        favourable: 'negative',
        outcome: { column: 'zqoutcome', positive: ['zqyes'] },
        weight: 'zqweight',
        subject: 'zqsubject',
        count: 'zqcount',
      },
    }),
  ],
];

const cases = formats.flatMap(([format, render]) =>
  results.map(([name, result]) => [format, name, render, result] as const),
);

test.each(cases)(
  '%s in the pseudo-language has no English word that is not data: %s',
  (_, __, render, result) => {
    const data = dataOf(result);
    // The locale's own words for a month and for "and" and "or".
    const locale = ['Januar', 'und', 'oder'];
    const extra = ['weight', 'subject', 'count'].flatMap((role) => result.roles[role as 'weight'] ?? []);
    const known = new Set([...data, ...extra, ...locale]);
    const text = render(result);
    expect(text).toContain('⟦');
    const words = text.match(/[A-Za-z]{2,}/g) ?? [];
    expect([...new Set(words.filter((word) => !known.has(word)))]).toEqual([]);
  },
);

test.each(cases)(
  '%s in the pseudo-language writes each number as its locale does: %s',
  (_, __, render, result) => {
    const text = render(result).replaceAll(result.run.version, '').replaceAll(result.run.started, '');
    expect(text.match(/\d+\.\d{1,2}(?!\d)/g) ?? []).toEqual([]);
  },
);

test('a page from right to left says so', () => {
  expect(renderHtml(smallResult(), pseudoLanguage('rtl'))).toMatch(/<html lang="en-XA" dir="rtl">/);
  expect(renderHtml(smallResult())).toContain('<html lang="en">');
});

test('every bracket that a message opens is closed, also inside another', () => {
  const text = renderTerminal(smallResult(), { columns: 400, colour: false, language });
  let [depth, least] = [0, 0];
  for (const character of text) {
    if (character === '⟦') depth += 1;
    if (character === '⟧') depth -= 1;
    least = Math.min(least, depth);
  }
  expect(least).toBe(0);
  expect(depth).toBe(0);
});
