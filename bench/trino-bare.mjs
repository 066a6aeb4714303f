// The plainest client of Trino, as a process of its own: a statement, its pages, the number of rows. `node trino-bare.mjs HOST SQL`
import { get, request } from 'node:http';
import { argv } from 'node:process';
import { text } from 'node:stream/consumers';

const [host, statement] = argv.slice(2);
const headers = { 'X-Trino-User': 'bench' };

/** The page that a request is answered with. */
const page = (asked) =>
  new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (response) => text(response).then((body) => resolve(JSON.parse(body)), reject));
  });

const asked = request(`http://${host}/v1/statement`, { method: 'POST', headers });
asked.end(statement);
let answer = await page(asked);
let rows = answer.data?.length ?? 0;
while (answer.nextUri !== undefined) {
  answer = await page(get(answer.nextUri, { headers }));
  rows += answer.data?.length ?? 0;
}
if (answer.stats.state !== 'FINISHED') throw new Error(answer.stats.state);
console.log(`${rows} cells`);
