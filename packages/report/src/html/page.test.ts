import { rateScale } from '@ombud/ui';
import { expect, test } from 'vitest';
import {
  berkeleyResult,
  emptyResult,
  fullResult,
  hostileNames,
  hostileResult,
  largeResult,
  smallResult,
} from '../../test/results.ts';
import { renderMarkdown } from '../markdown.ts';
import { renderTerminal } from '../terminal.ts';
import { renderHtml } from './page.tsx';

test('one file under 400 KB with 90 groups and every audit, in 7 groupings', () => {
  const large = largeResult();
  expect(Math.max(...large.findings.map(({ groups }) => groups.length))).toBe(90);
  expect(Buffer.byteLength(renderHtml(large))).toBeLessThan(400_000);
});

test('nothing is asked of another host, and there is no script', () => {
  for (const one of [largeResult(), hostileResult(), berkeleyResult(), emptyResult(), fullResult()]) {
    const html = renderHtml(one);
    expect(html).not.toMatch(/<script|<iframe|<link rel="(?!icon)|\son\w+=|@import|url\(/i);
    expect(html.match(/(?:src|href)="(?!#|data:,|data:image\/svg\+xml)/g)).toBeNull();
    expect(html).toContain("default-src 'none'");
  }
});

test('a name from the data is text and nothing else', () => {
  const html = renderHtml(hostileResult());
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(hostileNames.length).toBeGreaterThan(10);
  expect(html.match(/<b>(?!\d|not)/g)).toBeNull();
});

test('the answer comes before any picture or table, the verdict with it', () => {
  const html = renderHtml(smallResult());
  const answer = html.indexOf('For every 100 people with sex = F');
  expect(answer).toBeGreaterThan(0);
  expect(answer).toBeLessThan(html.indexOf('<figure'));
  expect(html.indexOf('Fail: the policy is not met')).toBeLessThan(html.indexOf('<nav'));
});

test('headings go down one step at a time and ids are unique', () => {
  const html = renderHtml(largeResult());
  const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.slice(1).entries())
    expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
});

test('the reversal has a warning and a picture with a text alternative', () => {
  const html = renderHtml(berkeleyResult());
  expect(html).toContain('Careful:');
  expect(html).toMatch(
    /<svg class="slope"[^>]* role="img" aria-label="Slope chart[^"]*A: women 82\.4 %, men 62\.1 %/,
  );
});

test('no single score', () => {
  expect(renderHtml(largeResult())).not.toMatch(/fairness score:|overall score|score of \d/i);
});

test('an axis starts at 0, ends on a tick and holds every rate', () => {
  for (const rates of [[0.3, 0.45], [0.004], [1], [0], [0.97, 0.2], []]) {
    const { most, ticks } = rateScale(rates);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeCloseTo(most, 9);
    expect(most).toBeGreaterThanOrEqual(Math.max(0, ...rates));
    expect(ticks.length).toBeLessThanOrEqual(7);
  }
});

test('the time that was asked for stands at the head, and how many lie outside with the coverage', () => {
  const small = smallResult();
  const window = {
    column: 'at',
    from: '2026-10-01T00:00:00.000Z',
    to: '2026-11-01T08:30:00.000Z',
    before: 12,
    after: 3400,
  };
  const dated = { ...small, coverage: { ...small.coverage, window } };
  const html = renderHtml(dated);
  const head = html.slice(0, html.indexOf('</header>'));
  expect(head).toContain('Only decisions from 1 October 2026 on and before 2026-11-01 08:30:00 UTC.');
  expect(html).toContain('12 before it and 3,400 after it');
  const open = { ...dated, coverage: { ...dated.coverage, window: { ...window, to: null } } };
  for (const text of [renderMarkdown(open), renderTerminal(open, { columns: 400, colour: false })])
    expect(text).toContain('Only decisions from 1 October 2026 on.');
});
