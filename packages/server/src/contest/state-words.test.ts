import { machines } from '@ombud/contest';
import { chooseLanguage, english } from '@ombud/words';
import { expect, test } from 'vitest';

const ofAll = Object.values(machines).flatMap((machine) =>
  Object.keys(machine.states).map((state) => `contest-${machine.name}/${state}`),
);
const owners = Object.values(machines).flatMap((machine) =>
  Object.values(machine.states).flatMap(({ owner }) => (owner === null ? [] : [`contest-owner/${owner}`])),
);

test.each(['en', 'es'])('every state and everybody whom a state waits for has words: %s', (tag) => {
  const { catalogue } = chooseLanguage(tag) ?? english;
  const known = Object.keys(catalogue);
  expect([...ofAll, ...owners].filter((key) => !known.includes(key))).toEqual([]);
});

test('no words are kept for a state that is not', () => {
  const kept = Object.keys(english.catalogue).filter((key) =>
    Object.keys(machines).some((name) => key.startsWith(`contest-${name}/`)),
  );
  expect(kept.toSorted()).toEqual(ofAll.toSorted());
});
