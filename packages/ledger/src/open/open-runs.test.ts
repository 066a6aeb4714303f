/** A reading that threads share gives what a reading by one gives, whatever is wrong and wherever. */
import { expect, test } from 'vitest';
import { decision } from '../../test/helpers.ts';
import { changeDatabase, forge } from '../../test/insider.ts';
import { newLedger } from '../../test/new-ledger.ts';
import { commitmentOf } from '../entry/commitment.ts';
import { saltSource } from '../entry/salts.ts';
import {
  closeLedger,
  type Decision,
  eraseSubjects,
  openLedger,
  openWriter,
  readDecisions,
} from '../index.ts';

async function readBy(folder: string, threads: number) {
  const ledger = await openLedger(folder);
  const reading = await readDecisions(ledger, { system: 'loans', threads });
  const decisions: Decision[] = [];
  for await (const page of reading.batches) decisions.push(...page);
  const { counts, leftOut, counted } = reading.coverage();
  await closeLedger(ledger);
  return { decisions, counts, leftOut, counted };
}

/** A decision whose commitment opens although its text is no JSON: the insider with the key can write one. */
function withoutJson(time: string) {
  const body = '{"decision":yes!,"subject":"s-1"}';
  const fields = [
    { pointer: '"/decision"', value: 'yes!' },
    { pointer: '"/subject"', value: '"s-1"' },
  ];
  const salt = saltSource()(fields.length);
  const commitment = commitmentOf('ombud/payload', fields, salt);
  return {
    entry: `{"kind":"decision","payload":"${commitment}","system":"loans","time":"${time}","v":2}`,
    payload: { salt, body },
  };
}

test('erased, changed, missing and no JSON at all', async () => {
  const folder = await newLedger(5000);
  const writer = await openWriter(folder);
  await eraseSubjects(writer, ['subject-77', 'subject-4100']);
  const { lastTime } = await writer.ledger.store.readLog();
  await writer.close();
  await forge(folder, [withoutJson(lastTime)]);
  const later = await openWriter(folder);
  await later.appendMany(Array.from({ length: 1500 }, (_, i) => decision(`later-${i}`)));
  await later.close();
  changeDatabase(folder, "update payloads set body = replace(body, 'yes', 'no') where idx = 3000");
  changeDatabase(folder, 'delete from payloads where idx = 2000');
  const [alone, shared] = [await readBy(folder, 0), await readBy(folder, 2)];
  expect(shared).toEqual(alone);
  expect(alone.counts).toMatchObject({ counted: 6496, erased: 2, unreadable: 3 });
  const unreadable = alone.leftOut.find(({ reason }) => reason === 'unreadable');
  expect(unreadable?.ranges).toEqual([
    [2000, 2000],
    [3000, 3000],
    [5001, 5001],
  ]);
  expect(alone.decisions.find(({ index }) => index === 5002)).toMatchObject({ subject: 'later-0' });
});

test('who stops reading in the midst leaves no thread behind', async () => {
  const folder = await newLedger(5000);
  const ports = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  const before = ports();
  const ledger = await openLedger(folder);
  const reading = await readDecisions(ledger, { system: 'loans', threads: 2 });
  for await (const page of reading.batches) if (page.length > 0) break;
  await closeLedger(ledger);
  expect(ports()).toBe(before);
});
