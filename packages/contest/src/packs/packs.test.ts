import { describe, expect, test } from 'vitest';
import { windowPacks } from './appeal-windows.ts';
import { checkNotice, type NoticePart, noticePacks } from './notice-content.ts';

const day = '2028-01-01';
const partsOf = (id: string): NoticePart[] =>
  (noticePacks.find((pack) => pack.id === id)?.demands ?? [])
    .filter(({ owed }) => owed === 'in-notice')
    .map(({ part }) => part);

describe.each(noticePacks.map((pack) => [pack.id, pack] as const))('%s', (id, pack) => {
  test('a notice with every part that is owed lacks nothing, and without any one of them lacks just that', () => {
    const parts = partsOf(id);
    expect(parts.length).toBeGreaterThan(1);
    expect(checkNotice(pack, new Set(parts), day).lacking).toEqual([]);
    for (const part of parts) {
      const check = checkNotice(pack, new Set(parts.filter((one) => one !== part)), day);
      expect(check).toMatchObject({ state: 'lacks', lacking: [part] });
    }
  });

  test('a demand that is known from memory alone never makes it comply', () => {
    const { state, unverified } = checkNotice(pack, new Set(partsOf(id)), day);
    expect(state).toBe(unverified.length > 0 ? 'unverified' : 'complies');
  });
});

test('a rule that is not in force asks for nothing', () => {
  const colorado = noticePacks.find(({ id }) => id === 'us-co-sb26-189');
  if (colorado === undefined) throw new Error('no such pack');
  expect(checkNotice(colorado, new Set(), '2026-11-25').state).toBe('not-in-force');
  expect(checkNotice(colorado, new Set(), '2027-01-01').state).toBe('lacks');
});

test('ids are unique, and each pack names its source', () => {
  for (const packs of [noticePacks, windowPacks]) {
    expect(new Set(packs.map(({ id }) => id)).size).toBe(packs.length);
    for (const { source } of packs) expect(source.length).toBeGreaterThan(10);
  }
});
