import { explanationSchema } from '@ombud/contract';
import { english } from '@ombud/words';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { refusal, withoutRecourse } from '../../test/explanation-sample.ts';
import { type Block, letterBlocks, renderLetterText } from './letter.ts';
import { renderExplanationMarkdown } from './markdown.ts';
import { renderExplanationHtml, renderLetterHtml } from './page.tsx';

const number = '12ab';
const sentencesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'list' ? block.items : block.kind === 'small' ? [] : [block.text],
  );

/** The grade of Flesch and Kincaid 1975, plus the five years before school. */
function readingAge(blocks: readonly Block[]): number {
  const text = sentencesOf(blocks).join('. ');
  const words = text.match(/[\p{L}\p{N}@.'’-]*[\p{L}\p{N}]/gu) ?? [];
  const sentence = text.split(/[.!?:]+(?:\s|$)/u).filter((part) => /\p{L}/u.test(part)).length;
  return 5 + fleschKincaid({ sentence, word: words.length, syllable: syllable(words.join(' ')) });
}

describe('the letter', () => {
  it.each([
    ['with plans', refusal],
    ['without', withoutRecourse],
    [
      'when nothing was found',
      {
        ...withoutRecourse,
        recourse: { state: 'none-found', proof: { method: 'search', asked: 900 }, plans: [], unknown: [] },
      },
    ],
    [
      'when no change at all helps',
      {
        ...withoutRecourse,
        recourse: { state: 'none-exists', proof: { method: 'bound' }, plans: [], unknown: [] },
      },
    ],
  ] as const)('can be read at eleven, %s', (_, explanation) => {
    expect(readingAge(letterBlocks(explanation, english, number))).toBeLessThanOrEqual(11);
  });

  it('the measure of reading age knows hard text', () => {
    const hard =
      'Notwithstanding the aforementioned considerations, the determination concerning creditworthiness necessarily incorporates multidimensional evaluation of delinquency characteristics';
    expect(readingAge([{ kind: 'text', text: hard }])).toBeGreaterThan(20);
  });

  it('says what was decided, why, what would change it, and what cannot', () => {
    const text = renderLetterText(refusal, english, number);
    for (const part of [
      'It is called Loan check',
      '3 November 2026',
      'Share of your credit limit that you use (yours: 55)',
      'Number of loans you have (yours: 2)',
      'Share of your credit limit that you use: down from 55 to 40 or less',
      'Number of times you asked for credit in half a year: from 4 to between 1 and 2',
      'wait 14 months',
      'with this model, on this date: model 4.2, 25 November 2026',
      'It ends on 23 February 2027',
      'help@north.example',
      number,
    ])
      expect(text).toContain(part);
  });

  it('says plainly when nothing would have helped, and how far that reaches', () => {
    const text = renderLetterText(withoutRecourse, english, number);
    expect(text).toContain(
      'We tried every change of up to 3 things that you could make. None of them would have changed',
    );
    expect(text).toContain('We do not know your Number of late payments');
  });

  it('shows no figure that the explanation does not hold', () => {
    const stored = JSON.stringify(withoutRecourse) + number;
    const shown = renderLetterText(withoutRecourse, english, number).match(/\d+/g) ?? [];
    for (const figure of shown) expect(stored).toContain(figure);
  });
});

describe('the page', () => {
  const hostile = {
    ...refusal,
    labels: { ...refusal.labels, burden: '<script>alert(1)</script>' },
    reasons: [{ code: 'R1', column: 'burden', text: '<img src=x onerror=alert(1)>', contribution: -1 }],
  };

  it('is a pure page: no script, no request, and names that try are shown as text', () => {
    for (const page of [renderExplanationHtml(hostile), renderLetterHtml(hostile, english, number)]) {
      expect(page).not.toMatch(/<script|<img|https?:\/\//i);
      expect(page).toContain("default-src 'none'");
    }
    expect(renderExplanationMarkdown(hostile)).not.toContain('<script>');
  });

  it('has the waterfall, the plans with how far they reach, and the stability', () => {
    const page = renderExplanationHtml(refusal);
    for (const part of [
      '<svg',
      'all combinations of at most 3 columns',
      'come out 2 times',
      'from 200 to 214',
      '−0.5',
    ])
      expect(page.replaceAll('-0.5', '−0.5')).toContain(part);
  });

  it('says first that a human must look where a reason may not be told', () => {
    const page = renderExplanationHtml({ ...refusal, blocked: [{ column: 'sex', because: 'protected' }] });
    expect(page).toContain('A human must look before anything is sent');
    expect(page).toContain('the law does not allow to decide by it');
  });
});

it('the samples fit the published schema', () => {
  for (const sample of [refusal, withoutRecourse])
    expect(explanationSchema.safeParse(sample).error).toBeUndefined();
});
