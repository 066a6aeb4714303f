import { english, voiceOf } from '@ombud/words';
import { expect, test } from 'vitest';
import { CurvesPicture } from './curves.tsx';

const picture = (labels: readonly string[], months: readonly string[]): string =>
  String(
    CurvesPicture({
      voice: voiceOf(english),
      title: 'a rate over time',
      xName: '',
      xTicks: months.map((label, at) => ({ at, label })),
      yTicks: [0, 1].map((at) => ({ at, label: `${100 * at} %` })),
      curves: labels.map((label) => ({ label, points: [{ x: 0, y: 0.5, low: 0.4, high: 0.6 }] })),
    }),
  );

test('names of the legend are whole where there is room for all of them, and cut where there is none', () => {
  const roomy = picture(['African-American', 'Caucasian', 'Hispanic'], ['1', '2']);
  for (const name of ['African-American', 'Caucasian', 'Hispanic']) expect(roomy).toContain(`>${name}<`);
  const long = 'people who applied in the spring of the year before';
  expect(picture([long, long, long], ['1', '2'])).toContain('…<');
  expect(picture(['a', 'b'], ['1', '2'])).toContain('>b<');
});

test('a long mark at the right end of an axis ends where the picture ends', () => {
  const text = picture(['a'], ['2026-01', '2026-12']);
  expect(text).toMatch(/<text x="480" text-anchor="end"[^>]*>2026-12</);
  expect(text).toMatch(/<text x="58" text-anchor="middle"[^>]*>2026-01</);
  expect(picture(['a'], ['1', '2'])).not.toContain('x="480"');
});
