import { chooseLanguage, english, visibleSentence } from '@ombud/words';
import { expect, test } from 'vitest';
import { berkeleyResult, largeResult, smallResult } from '../test/results.ts';
import { renderHtml, renderJUnit, renderMarkdown, renderSarif } from './index.ts';

const arabic = chooseLanguage('ar') ?? english;
const renderers = { renderHtml, renderMarkdown, renderJUnit, renderSarif };
const results = [berkeleyResult(), largeResult(), smallResult()];

test.each(Object.entries(renderers))(
  'marks that keep a name together among Arabic words are written, not shown: %s',
  (_, render) => {
    const texts = results.map((result) => render(result, arabic));
    expect(
      texts.flatMap((text) => text.match(/.{0,40}⟨U\+20[0-9A-F]{2}⟩.{0,20}/g) ?? []).slice(0, 5),
    ).toEqual([]);
    for (const text of texts) expect(text).toContain('\u2068');
  },
);

test('a mark of direction that has no partner is shown: it would turn what follows', () => {
  expect(visibleSentence('a\u2066b\u2069')).toBe('a\u2066b\u2069');
  expect(visibleSentence('a\u2069b\u2066')).toBe('a⟨U+2069⟩b⟨U+2066⟩');
  expect(visibleSentence('a\u2068b')).toBe('a⟨U+2068⟩b');
  expect(visibleSentence('a\u202eb')).toBe('a⟨U+202E⟩b');
});
