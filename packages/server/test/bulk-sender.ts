/**
 * Very many from one place, in a process of its own so that what it does costs the server's process nothing:
 * `bulk-sender.ts URL ADDRESS CONNECTIONS`. On standard input stand the people whose appeals it sends, as JSON; where there are
 * none it asks for one page again and again until it is stopped. It prints what came of it.
 */
import { text } from 'node:stream/consumers';
import { type Addressed, appealBy, eachOf } from '../src/incidents/appeal-by.ts';
import { visitorOf } from '../src/incidents/visitor.ts';

const [url = '', address = '', connections = '1'] = process.argv.slice(2);
const headers = { 'x-forwarded-for': address };
const people = JSON.parse(await text(process.stdin)) as Addressed[];
const counts = { asked: 0, refused: 0, waitSeconds: 0 };
let isStopped = people.length > 0;
process.once('SIGTERM', () => {
  isStopped = true;
});

await eachOf(
  people,
  (to) =>
    appealBy(visitorOf(url, { follow: false, headers }), to, {
      facts: { income: '13000' },
      words: 'It was not mine all year.',
      file: null,
      late: false,
    }),
  Number(connections),
);
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (!isStopped) {
      const response = await fetch(`${url}/en/case`, { headers });
      await response.text();
      counts.asked++;
      if (response.status !== 429) continue;
      counts.refused++;
      counts.waitSeconds = Number(response.headers.get('retry-after'));
    }
  }),
);
process.stdout.write(JSON.stringify(counts));
