/** A child process that records large batches without end, two under way, and prints each index once it is acknowledged. */
import { printNow } from '../../testing/src/print-now.ts';
import { openWriter } from '../src/index.ts';

const [location = '', name = ''] = process.argv.slice(2);
const writer = await openWriter(location);
printNow('ready\n');

async function record(round: number): Promise<void> {
  const subjects = Array.from({ length: 600 }, (_, i) => `${name}-${round}-${i}`);
  const appended = await writer.appendMany(
    subjects.map((subject) => ({ kind: 'decision', system: 'loans', payload: { subject, decision: 'yes' } })),
  );
  for (const [i, { index }] of appended.entries()) printNow(`${index} ${subjects[i]}\n`);
}

let before = record(0);
for (let round = 1; ; round++) {
  const next = record(round);
  await before;
  before = next;
}
