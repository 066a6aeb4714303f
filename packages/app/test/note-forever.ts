/** A child process that records decisions with a note of each in the same transaction; the tests kill it. */
import { openWriter } from '@ombud/ledger';
import { printNow } from '../../testing/src/print-now.ts';
import { openState } from '../src/state/state.ts';
import { notes } from './notes.ts';

const [location = '', name = ''] = process.argv.slice(2);
const state = await openState(await openWriter(location), [notes]);
printNow('ready\n');
for (let round = 0; ; round++) {
  const subject = `${name}-${round}`;
  await state.record(
    [{ kind: 'decision', system: 'loans', payload: { subject, decision: 'yes' } }],
    (tx, [entry]) =>
      tx
        .of(notes)
        .insertInto('notes')
        .values({ subject, entry: entry?.index ?? null })
        .execute(),
  );
  printNow(`${subject}\n`);
}
