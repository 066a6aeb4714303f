import { visible } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileNames, smallResult } from '../../test/results.ts';
import { tell } from '../telling.ts';
import { groupLabel, groupValues } from './group.ts';

const t = tell(smallResult());

const acts = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff\ufffe\uffff]/u;

test('no character that acts or hides is left, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(acts);
      expect(visible(text)).not.toBe('');
    }),
  );
  for (const name of hostileNames) expect(visible(name)).not.toMatch(acts);
});

test('hidden characters are shown, ordinary text of any script is left alone', () => {
  expect(visible('a\u001b[31m\n')).toBe('a␛[31m␊');
  expect(visible('x\u202Ey')).toBe('x⟨U+202E⟩y');
  expect(visible('')).toBe('∅');
  expect(t.visible('')).toBe('(empty)');
  expect(visible(' F')).toBe('␣F');
  expect(visible('a\ud800')).toBe('a⟨U+D800⟩');
  for (const same of ['Ångström', '日本語', 'العربية', '👩‍👩‍👧', 'می‌خواهم', 'a b'])
    expect(visible(same)).toBe(same);
  expect(visible('F\u200d')).toBe('F⟨U+200D⟩');
});

test('a long name is cut with an ellipsis', () => {
  expect(Array.from(t.short('x'.repeat(5000)))).toHaveLength(100);
  expect(t.short('x'.repeat(5000)).at(-1)).toBe('…');
});

test('labels of groups', () => {
  expect(groupLabel(t, { sex: 'F', age: '25-40' })).toBe('sex = F, age = 25-40');
  expect(groupValues(t, { sex: 'F', age: '25-40' })).toBe('F, 25-40');
});
