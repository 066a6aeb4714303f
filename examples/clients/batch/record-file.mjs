// A nightly job: decisions as lines of JSON from standard input, each with a `key` that stays the same when the job runs again.
import { createInterface } from 'node:readline';
import { OmbudClient } from '@ombud/client';

const { OMBUD_URL: url, OMBUD_KEY: key } = process.env;
// Nothing is spooled: where the server does not answer, the job fails and is run again.
const ombud = new OmbudClient({ url, key, system: 'loans', whenDown: 'refuse' });
const together = 1000;
const counts = { recorded: 0, repeated: 0, refused: 0 };

async function record(decisions) {
  for (const [i, outcome] of (await ombud.recordMany(decisions)).entries()) {
    if (outcome.state === 'recorded') counts[outcome.repeated ? 'repeated' : 'recorded'] += 1;
    else {
      counts.refused += 1;
      console.error(`${decisions[i].key}: ${outcome.title}`);
    }
  }
}

let waiting = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  waiting.push(JSON.parse(line));
  if (waiting.length < together) continue;
  await record(waiting);
  waiting = [];
}
await record(waiting);
console.log(`${counts.recorded} recorded, ${counts.repeated} were there, ${counts.refused} refused`);
process.exitCode = counts.refused > 0 ? 1 : 0;
