import type { AssertionResult, Result } from '@ombud/contract';
import { howToGetABrowser, launchBrowser } from '@ombud/testing';
import { afterAll, expect, test } from 'vitest';
import { finding, measure, result } from '../../test/build-result.ts';
import { largeResult, smallResult } from '../../test/results.ts';
import { tell } from '../telling.ts';
import { renderTerminal } from '../terminal.ts';
import { besideLimit, verdictLine } from '../words/leading.ts';
import { renderHtml } from './page.tsx';

const browser = await launchBrowser();
afterAll(() => browser?.close());

const first = (one: Result): AssertionResult => {
  const [rule] = one.verdict.assertions;
  if (rule === undefined) throw new Error('The fixture has no rule.');
  return rule;
};

const judged = (
  one: Result,
  rules: readonly AssertionResult[],
  state: Result['verdict']['state'],
): Result => ({
  ...one,
  verdict: { ...one.verdict, state, assertions: rules },
});

test('the verdict is one line of words and numbers', () => {
  const small = smallResult();
  expect(verdictLine(tell(small))).toBe('Fails the four-fifths rule: sex = F 0.68, limit 0.80');
  const open = { ...first(small), state: 'cannot-tell' as const, failing: [] };
  expect(verdictLine(tell(judged(small, [open], 'cannot-tell')))).toBe(
    'Cannot tell about the four-fifths rule: sex = F 0.68, limit 0.80',
  );
  const warned = { ...first(small), level: 'warn' as const };
  expect(verdictLine(tell(judged(small, [warned], 'pass')))).toMatch(/^Passes with a warning/);
  // Where every rule only warns, none can be passed: the line must not say that it was.
  expect(verdictLine(tell(judged(small, [warned], 'cannot-tell')))).toMatch(
    /^Cannot tell; a limit that only warns is broken, the .*: .* limit/,
  );
});

test('a number beyond its limit never reads as the limit', () => {
  const t = tell(smallResult());
  const rule = first(smallResult());
  expect(besideLimit(t, rule, 0.79991)).toEqual({ value: '0.7999', limit: '0.80' });
  expect(besideLimit(t, rule, 0.8)).toEqual({ value: '0.80', limit: '0.80' });
  const difference = { ...rule, measure: 'difference', operator: '<=' as const, expected: 0.05 };
  expect(besideLimit(t, difference, 0.05004)).toEqual({ value: '5.004 points', limit: '5 points' });
});

test('a comparison with everybody else does not lead where another rule failed', () => {
  const small = smallResult();
  const rest = { ...first(small), actual: 0.2, reference: 'all-others' as const, source: 'mine' };
  expect(verdictLine(tell(judged(small, [rest, first(small)], 'fail')))).toContain('four-fifths');
});

test('the first picture has the limit at its place and marks the failing group by sign, shape and colour', () => {
  const html = renderHtml(smallResult());
  const picture = html.slice(html.indexOf('<figure'), html.indexOf('</figure'));
  expect(picture).toContain('limit 0.80 × M');
  // Four fifths of 45 % on an axis of 50 %.
  expect(picture).toContain('class="m" x1="72%"');
  expect(picture).toContain('<span class="l b">✗ F</span>');
  expect(picture.match(/<rect class="b"/g)).toHaveLength(1);
});

test('each rule is one card, with its picture in words', () => {
  const html = renderHtml(smallResult());
  expect(html.match(/<article class="card/g)).toHaveLength(4);
  expect(html).toContain('aria-label="0.68, interval 0.63 to 0.74, limit 0.80"');
  expect(html.match(/<table/g)?.length ?? 0).toBeLessThan(4);
});

test('real and undecidable are said in one sentence', () => {
  const small = smallResult();
  const open: AssertionResult = { ...first(small), state: 'cannot-tell', failing: [] };
  const sentence = 'larger than chance alone explains, and yet it cannot be told';
  expect(renderHtml(judged(small, [open], 'cannot-tell'))).toContain(sentence);
  expect(renderHtml(judged(small, [first(small)], 'fail'))).not.toContain(sentence);
});

test('who is too few to be covered is named', () => {
  const small = smallResult();
  const covers = { people: 1900, of: 2000, smallGroups: 7, notJudged: [{ group: { sex: 'X' }, n: 12 }] };
  const html = renderHtml(judged(small, [{ ...first(small), state: 'pass', failing: [], covers }], 'pass'));
  expect(html).toContain('Covers 1,900 of 2,000 people.');
  expect(html).toContain('Too few people to be covered by a pass: sex = X (12); 6 more.');
});

test('each rate is shown once', () => {
  const html = renderHtml(largeResult());
  expect(html).not.toContain('<summary>Selection rate:');
  expect(html).not.toContain('<summary>Equalized odds: true positive rate');
  expect(html).toContain('<summary>Adverse impact:');
});

test('every dot plot can be saved as an SVG file without a script', () => {
  const html = renderHtml(smallResult());
  const [, address = ''] =
    /download="[^"]*\.svg" href="data:image\/svg\+xml;charset=utf-8,([^"]*)"/.exec(html) ?? [];
  const svg = decodeURIComponent(address.replaceAll('&amp;', '&'));
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*30\.0 %.*<\/svg>$/s);
  expect(svg).not.toContain('<script');
});

/** Pages of a printed document. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test.skipIf(browser === null)(
  `the summary of an audit of 40 groups prints on at most four pages${browser === null ? ` (skipped: ${howToGetABrowser})` : ''}`,
  async () => {
    const groups = Array.from({ length: 40 }, (_, index) =>
      measure({ region: `Region ${index + 1}` }, 900 + index, 200 + 9 * index),
    );
    const rule = {
      ...first(smallResult()),
      groupBy: ['region'],
      group: { region: 'Region 1' },
      reference: { region: 'Region 40' },
    };
    const forty = result([finding('adverse-impact', ['region'], groups)]);
    for (const one of [
      judged(
        forty,
        Array.from({ length: 12 }, () => rule),
        'fail',
      ),
      largeResult(),
    ]) {
      const page = await browser?.newPage();
      await page?.setContent(renderHtml(one));
      const whole = pagesOf((await page?.pdf({ format: 'A4' })) ?? Buffer.alloc(0));
      await page?.addStyleTag({ content: '.appendix{display:none}' });
      const summary = pagesOf((await page?.pdf({ format: 'A4' })) ?? Buffer.alloc(0));
      expect(summary).toBeGreaterThan(0);
      expect(summary).toBeLessThanOrEqual(4);
      expect(whole).toBeGreaterThan(summary);
      await page?.close();
    }
  },
);

test('the terminal ends with the verdict in two lines and draws intervals', () => {
  const lines = renderTerminal(smallResult(), { columns: 100, colour: false }).trimEnd().split('\n');
  expect(lines.at(-2)).toBe('✗ Fails the four-fifths rule: sex = F 0.68, limit 0.80');
  expect(lines.at(-1)).toMatch(/^ {2}Fail: the policy is not met/);
  const [low, high] = lines.filter((line) => line.includes('●')).map((line) => line.indexOf('●'));
  expect(low).toBeLessThan(high ?? 0);
  expect(lines.join('')).not.toContain('█');
});
