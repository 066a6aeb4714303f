import { english } from '@ombud/words';
import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { beeswarm } from './beeswarm.ts';
import { ramp } from './colours.ts';
import { dependence } from './dependence.ts';
import { waterfall } from './waterfall.ts';

const count = (svg: string, tag: string): number => svg.split(`<${tag}`).length - 1;

/** Every element is closed, and what is not markup is escaped. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', own] of svg.matchAll(
    /<(\/?)([a-z]+)(?:\s[a-zA-Z0-9-]+="[^"<>]*")*(\/?)>/g,
  )) {
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (own !== '/') open.push(name);
  }
  expect(open).toEqual([]);
  const rest = svg.replace(/<(\/?)([a-z]+)(?:\s[a-zA-Z0-9-]+="[^"<>]*")*(\/?)>/g, '');
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}

const players = ['income', '<script>alert(1)</script>', 'debts & more', 'age'];
const attribution = { baseline: 0.5, contributions: Float64Array.of(-2, 0.25, 1, -0.125) };

test('a waterfall has a bar a column, the largest first, and says baseline and score', () => {
  const svg = waterfall(attribution, players, { language: english, values: ['20', 'x', '3', '41'] });
  expectWellFormed(svg);
  expect(count(svg, 'rect')).toBe(4);
  const places = ['income = 20', 'debts &amp; more = 3', '&lt;script&gt;', 'age = 41'].map((text) =>
    svg.indexOf(`>${text}`),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(svg).toContain('<title>What moved the score from 0.5 to -0.375</title>');
  expect(svg).toContain('>-2<');
  expect(svg).toContain('>+1<');
  expect(svg).not.toContain('<script>');
});

test('the columns beyond the most important share a bar', () => {
  const svg = waterfall(attribution, players, { language: english, most: 2 });
  expectWellFormed(svg);
  expect(count(svg, 'rect')).toBe(3);
  expect(svg).toContain('2 other columns');
  expect(svg).toContain('>+0.125<');
});

test('a waterfall of nothing is still a picture', () => {
  expectWellFormed(waterfall({ baseline: 0, contributions: new Float64Array(0) }, [], { language: english }));
});

test('a beeswarm has a dot a person and a column', () => {
  const people = 50;
  const contributions = Array.from({ length: people }, (_, at) => Math.sin(at));
  const values = contributions.map((_, at) => (at % 7 === 0 ? Number.NaN : at));
  const svg = beeswarm(
    [
      { player: 'income', contributions, values },
      { player: 'housing', contributions, values: null },
    ],
    english,
  );
  expectWellFormed(svg);
  expect(count(svg, 'circle')).toBe(2 * people + 3);
  expect(svg).toContain('of 50 people</title>');
});

test('a dependence picture shows people without a value and the names of categories', () => {
  const numbers = dependence('income', [1, 2, Number.NaN], [0.5, -0.5, 0.1], { language: english });
  expectWellFormed(numbers);
  expect(count(numbers, 'circle')).toBe(3);
  expect(numbers).toContain('1 without a value');
  const named = dependence('housing', [0, 1], [1, -1], { language: english, categories: ['own', 'rent'] });
  expectWellFormed(named);
  expect(named).toContain('>own<');
  expect(named).not.toContain('without a value');
});

test('an axis holds its values and marks round numbers', () => {
  const { at, ticks } = axisOf([-0.31, 2.2], 0, 100);
  expect(ticks.map((tick) => Number(tick.toFixed(9)))).toEqual([-0.5, 0, 0.5, 1, 1.5, 2, 2.5]);
  expect([at(-0.5), at(2.5)]).toEqual([0, 100]);
  expect(axisOf([3, 3], 0, 1).ticks.length).toBeGreaterThan(1);
});

test('the ends of the ramp differ in lightness, so that they differ in grey', () => {
  const lightness = (colour: string): number => {
    const parts = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
    return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
  };
  // WCAG's contrast of the two: 1.4.11 asks 3 of parts against the ground; here it is part against part.
  expect((lightness(ramp(1)) + 0.05) / (lightness(ramp(0)) + 0.05)).toBeGreaterThan(2);
});
