/** A child process that records decisions with a row of its own in the same transaction; the tests kill it. */
import { printNow } from '../../testing/src/print-now.ts';
import { openWriter } from '../src/index.ts';

const [location = '', name = '', dialect = 'sqlite'] = process.argv.slice(2);
const writer = await openWriter(location);
printNow('ready\n');
const insert = dialect === 'sqlite' ? 'insert into cases values (?)' : 'insert into cases values ($1)';
for (let round = 0; ; round++) {
  const subject = `${name}-${round}`;
  const [appended] = await writer.append(
    [{ kind: 'decision', system: 'loans', key: subject, payload: { subject, decision: 'yes' } }],
    { within: async ({ run }) => void (await run(insert, [subject])) },
  );
  printNow(`${appended?.index} ${subject}\n`);
}
