import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';

test('what was added, removed and changed, by its path; a list is one value', () => {
  const before = {
    title: 'Loans',
    data: { groups: ['sex'], favourable: 'positive' },
    policy: { use: ['a'] },
  };
  const after = {
    title: 'Small loans',
    data: { groups: ['sex', 'age'], favourable: 'positive' },
    purpose: 'x',
  };
  expect(changesOf(before, after)).toEqual([
    { kind: 'changed', path: 'data.groups', before: '["sex"]', after: '["sex","age"]' },
    { kind: 'removed', path: 'policy.use', before: '["a"]' },
    { kind: 'added', path: 'purpose', after: 'x' },
    { kind: 'changed', path: 'title', before: 'Loans', after: 'Small loans' },
  ]);
  expect(changesOf(after, after)).toEqual([]);
});
