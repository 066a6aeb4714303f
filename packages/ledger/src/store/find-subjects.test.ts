/** People are found wherever their entries lie: in the sorted runs of the index, and among the newest. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { decision, logOrigin } from '../../test/helpers.ts';
import { testStores } from '../../test/stores.ts';
import { createLedger, openWriter } from '../index.ts';
import { runLength } from './subjects/levels.ts';

const { stores } = testStores();
const together = 2048;

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('many at once are found as each alone; nobody is who was never recorded', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    onTestFinished(() => writer.close());
    const people = 1000;
    const expected = new Map<string, number[]>();
    const { size: first } = await writer.ledger.store.readLog();
    for (let at = 0; at < runLength + 3 * together; at += together) {
      const subjects = Array.from({ length: together }, (_, i) => `s-${(at + i) % people}`);
      await writer.appendMany(subjects.map((one) => decision(one)));
      for (const [i, one] of subjects.entries())
        expected.set(one, [...(expected.get(one) ?? []), first + at + i]);
    }
    const { store } = writer.ledger;
    const tokens = [...expected.keys(), 'nobody'].map((one) => writer.tokens.subject(one));
    const found = await store.findSubjects(tokens);
    expect(found.size).toBe(people);
    for (const [subject, indexes] of expected)
      expect(found.get(writer.tokens.subject(subject))).toEqual(indexes);
    for (const subject of ['s-0', 's-999'])
      expect(await store.findSubject(writer.tokens.subject(subject))).toEqual(expected.get(subject));
    expect(await store.findSubject(writer.tokens.subject('nobody'))).toEqual([]);
  });
});
