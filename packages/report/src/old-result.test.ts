import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResult } from '@ombud/audit/answer';
import { expect, test } from 'vitest';
import { renderHtml, renderJUnit, renderMarkdown, renderSarif, renderTerminal } from './index.ts';

const file = join(import.meta.dirname, '..', '..', 'contract', 'golden', 'result-1.json');
const result = readResult(JSON.parse(readFileSync(file, 'utf8')));

/** What version 0.1.0 wrote into the result as a finished sentence. */
const found =
  'the ratio of sex = women to sex = men is 0.682 (30.4 % against 44.5 %; 95 % interval 0.628 to 0.739)';

test.each([
  ['HTML', renderHtml],
  ['JUnit', renderJUnit],
  ['SARIF', renderSarif],
  ['Markdown', (one: typeof result) => renderMarkdown(one).replaceAll('\\', '')],
  ['the terminal', (one: typeof result) => renderTerminal(one, { columns: 400, colour: false })],
])('a result of version 0.1.0 still renders as %s', (_, render) => {
  const text = render(result);
  expect(text).toContain('For every 100 women, 30 were admitted; for every 100 men, 45.');
  expect(text).toContain('most of that difference goes away');
  expect(text).toContain(found);
});
