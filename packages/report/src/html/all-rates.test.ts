import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { berkeleyResult, fullResult, hostileResult, largeResult } from '../../test/results.ts';
import { renderHtml } from './page.tsx';

const voice = voiceOf(english);

/** The cells of the page's tables, a line break as a line break. */
const cellsOf = (html: string): ReadonlySet<string> =>
  new Set(
    [...html.matchAll(/<td(?: class="t")?>(.*?)<\/td>/gs)].map(([, text = '']) =>
      text.replaceAll('<br>', '\n'),
    ),
  );

test('the page has each rate of an intersection with its people and its interval, whichever the audit', () => {
  let seen = 0;
  for (const result of [largeResult(), fullResult(), hostileResult(), berkeleyResult()]) {
    const cells = cellsOf(renderHtml(result));
    for (const { audit, groupBy, groups } of result.findings) {
      // In an audit these two have the rates of other audits, shown once; in made-up results they are others.
      if (groupBy.length < 2 || ['selection-rate', 'equalized-odds'].includes(audit)) continue;
      for (const { value, events, n, interval } of groups) {
        if (value === null || interval === null) continue;
        const of = `${voice.count(events)} of ${voice.count(n)}`;
        const range = voice.range(interval, voice.barePercent);
        expect(cells).toContain(`${voice.barePercent(value)}\n${of}\n${range}`);
        seen += 1;
      }
    }
  }
  expect(seen).toBeGreaterThan(1700);
});
