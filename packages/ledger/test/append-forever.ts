/** A child process that appends without end and prints each index once it is acknowledged; the tests kill it. */
import { printNow } from '../../testing/src/print-now.ts';
import { openWriter } from '../src/index.ts';

const [location = '', name = ''] = process.argv.slice(2);
const writer = await openWriter(location);
printNow('ready\n');
for (let round = 0; ; round++) {
  const batch = Array.from({ length: 40 }, (_, i) =>
    writer.append({
      kind: 'decision',
      system: 'loans',
      payload: { subject: `${name}-${round}-${i}`, decision: 'yes' },
    }),
  );
  await Promise.all(
    batch.map(async (appended, i) => printNow(`${(await appended).index} ${name}-${round}-${i}\n`)),
  );
}
