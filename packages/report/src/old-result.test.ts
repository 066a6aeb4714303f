import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResult } from '@ombud/audit/answer';
import type { Result } from '@ombud/contract';
import { expect, test } from 'vitest';
import { renderHtml, renderJUnit, renderMarkdown, renderSarif, renderTerminal } from './index.ts';

const golden = (file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'contract', 'golden', file), 'utf8'));
const result = readResult(golden('result-1.json'));

/** What version 0.1.0 wrote into the result as a finished sentence. */
const found =
  'the ratio of sex = women to sex = men is 0.682 (30.4 % against 44.5 %; 95 % interval 0.628 to 0.739)';

const renderers: readonly (readonly [name: string, render: (one: Result) => string])[] = [
  ['HTML', renderHtml],
  ['JUnit', renderJUnit],
  ['SARIF', renderSarif],
  ['Markdown', (one) => renderMarkdown(one).replaceAll('\\', '')],
  ['the terminal', (one) => renderTerminal(one, { columns: 400, colour: false })],
];

test.each(renderers)('a result of version 0.1.0 still renders as %s', (_, render) => {
  const text = render(result);
  expect(text).toContain('For every 100 women, 30 were admitted; for every 100 men, 45.');
  expect(text).toContain('most of that difference goes away');
  expect(text).toContain(found);
});

test.each(renderers)('a result of the day on which @2 was frozen renders as %s', (_, render) => {
  const text = render(readResult(golden('result-2.json')));
  expect(text).toContain('For every 100 women, 30 were admitted; for every 100 men, 45.');
  expect(text).toContain('most of that difference goes away');
  expect(text).toContain('0.682');
});

/** What a version of later years may add, each at its place. */
const additions: readonly (readonly [what: string, add: (json: ReturnType<typeof golden>) => void])[] = [
  [
    'fields',
    (json) => {
      json.later = 1;
      json.coverage.later = { rows: 2 };
      json.findings[0].groups[0].later = ['x'];
    },
  ],
  [
    'details',
    (json) => {
      json.findings[0].details = { kind: 'of-2030', rows: [1] };
    },
  ],
  [
    'an audit',
    (json) => {
      const [first] = json.findings;
      json.findings.push({ ...first, audit: 'of-2030', measure: 'of-2030', details: { kind: 'of-2030' } });
      json.verdict.assertions.push({ ...json.verdict.assertions[0], audit: 'of-2030', rate: 'of-2030' });
    },
  ],
  [
    'a claim',
    (json) => {
      json.claims.unshift({ code: 'of-2030', params: { people: 12 }, supports: null });
    },
  ],
  [
    'reasons',
    (json) => {
      json.findings[1].reason = { code: 'of-2030', params: {} };
      json.coverage.excluded.push({ reason: { code: 'of-2030', params: {} }, rows: 3 });
      json.notices = [{ code: 'of-2030', params: {} }];
      json.verdict.assertions[0].notes = [{ code: 'of-2030', params: {} }];
    },
  ],
  [
    'methods and tests',
    (json) => {
      json.findings[0].groups[0].interval.method = 'of-2030';
      json.findings[0].comparisons[0].test = 'of-2030';
    },
  ],
];

test.each(
  additions.flatMap(([what, add]) => renderers.map(([as, render]) => [what, as, add, render] as const)),
)(
  'a result of a later version with %s of its own renders as %s, and keeps what is known',
  (_, __, add, render) => {
    const json = golden('result-2.json');
    add(json);
    const text = render(readResult(json));
    expect(text).toContain('For every 100 women, 30 were admitted; for every 100 men, 45.');
    expect(text).toContain('0.682');
  },
);

test('what is passed over of a later version is said at the top of the report, with the version to use', () => {
  const json = golden('result-2.json');
  json.run.version = '7.0.0';
  json.findings[0].details = { kind: 'of-2030' };
  json.claims.push({ code: 'of-2031', params: {}, supports: null });
  expect(renderTerminal(readResult(json), { columns: 400, colour: false })).toContain(
    'this result was written by Ombud 7.0.0, which tells more than this version can: of-2030, of-2031.',
  );
});
