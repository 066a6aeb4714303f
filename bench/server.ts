/**
 * The server under load, its client on the same two cores: decisions in batches and one by one, beside the ledger alone in the
 * same run; memory over minutes; a report of ninety groups.
 *
 *   npm run bench -- server [--seconds 10] [--minutes 10] [--senders 64]
 *
 * The server is a process of its own that runs a bundle. Each sender waits for its answer before it sends the next.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLedger, openWriter } from '@ombud/ledger';
import { type Served, startServed } from '../packages/server/test/serving.ts';
import { lightClient } from './light-client.ts';

const together = 100;
const batchSenders = 4;
const groups = 90;
const warmUpShare = 0.2;

const declaration = {
  title: 'Bench',
  data: { decision: { column: 'approved', positive: ['yes'] }, favourable: 'positive', groups: ['region'] },
  inputs: [
    { name: 'income', type: 'number' },
    { name: 'employment', type: 'category' },
  ],
};
const filler = 'x'.repeat(500);

/** About 600 bytes, as in the measurements of the ledger. */
const decision = (i: number) => ({
  subject: `s-${i}`,
  decision: i % 7 < 3 ? 'yes' : 'no',
  score: 0.731,
  attributes: { region: `r-${i % groups}` },
  inputs: { income: 52_000 + i, employment: filler },
});

/** What was seen of many requests: how many a second, and how long one took in milliseconds. */
interface Seen {
  readonly perSecond: number;
  readonly median: number;
  readonly late: number;
  readonly failed: number;
  /** Of all that were asked, the warm-up included. */
  readonly asked: number;
}

/** Lets so many work at once for a while; `work` is one request of the sender that it names. The first part is to warm up. */
async function load(
  senders: number,
  seconds: number,
  work: (sender: number) => Promise<boolean>,
): Promise<Seen> {
  const begins = performance.now() + seconds * 1000 * warmUpShare;
  const ends = begins + seconds * 1000;
  const times: number[] = [];
  let [failed, asked] = [0, 0];
  const sender = async (_: unknown, i: number) => {
    for (let from = performance.now(); from < ends; ) {
      asked += 1;
      if (!(await work(i))) failed += 1;
      const now = performance.now();
      if (from >= begins && now <= ends) times.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: times.length / seconds, median: at(0.5), late: at(0.99), failed, asked };
}

/** Decisions a second that the ledger alone makes durable, in the same batches and as many at once. */
async function ledgerAlone(folder: string, seconds: number): Promise<number> {
  await createLedger(folder, 'bench.example.org/log');
  const writer = await openWriter(folder);
  let next = 0;
  const batch = () =>
    Array.from({ length: together }, () => {
      const { attributes, ...payload } = decision(next++);
      return { kind: 'decision' as const, system: 'bench', payload, attributes };
    });
  const { perSecond } = await load(batchSenders, seconds, async () => {
    await writer.appendMany(batch());
    return true;
  });
  await writer.close();
  return perSecond * together;
}

interface Client {
  send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly text: string }>;
}

function clientOf({ url, key }: Served): Client {
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return {
    send: (method, path, body) =>
      new Promise((resolve, reject) => {
        const sent = body === undefined ? '' : JSON.stringify(body);
        const length = { 'content-length': Buffer.byteLength(sent) };
        const one = request(
          `${url}${path}`,
          { agent, method, headers: { ...headers, ...length } },
          (answer) => {
            let text = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk: string) => {
              text += chunk;
            });
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
          },
        );
        one.on('error', reject);
        one.end(sent);
      }),
  };
}

const path = '/api/v1/systems/bench';

/** Senders of batches and of single decisions, each decision another one; single ones each by a socket of their own. */
async function recording({ send }: Client, { url, key }: Served, senders: number) {
  let next = 0;
  const sockets = await Promise.all(
    Array.from({ length: senders }, () => lightClient(url, `${path}/decisions`, key)),
  );
  return {
    batch: async () => {
      const decisions = Array.from({ length: together }, () => decision(next++));
      const { status, text } = await send('POST', `${path}/decisions/batch`, { decisions });
      return status === 200 && text.includes(`"accepted":${together}`);
    },
    single: async (sender: number) => (await sockets[sender]?.post(JSON.stringify(decision(next++)))) === 201,
    close: () => {
      for (const one of sockets) one.close();
    },
  };
}

const megabytes = ({ process: { pid } }: Served): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;

const ticksPerSecond = 100;

/** Milliseconds of processor time that the server has used: other work on the machine disturbs them less than the clock. */
function processorMs({ process: { pid } }: Served): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Memory of the server while it is asked as fast as it answers: the median of each tenth of the time. */
async function memory(
  served: Served,
  minutes: number,
  senders: number,
  single: (sender: number) => Promise<boolean>,
) {
  const seen: number[] = [];
  const watch = setInterval(() => seen.push(megabytes(served)), 1000);
  const { perSecond } = await load(senders, minutes * 60, single);
  clearInterval(watch);
  const tenth = Math.max(1, Math.floor(seen.length / 10));
  const tenths = Array.from({ length: 10 }, (_, i) => median(seen.slice(i * tenth, (i + 1) * tenth)));
  return { perSecond, tenths: tenths.filter((value) => !Number.isNaN(value)) };
}

/** Milliseconds for the report of an audit of ninety groups, of thirty askings. */
async function report({ send }: Client): Promise<{ readonly median: number; readonly worst: number }> {
  const asked = JSON.parse((await send('POST', `${path}/audits`, {})).text) as { readonly id: string };
  for (;;) {
    const { state } = JSON.parse((await send('GET', `${path}/audits/${asked.id}`)).text) as { state: string };
    if (state === 'failed') throw new Error('the audit failed');
    if (state === 'done') break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const from = performance.now();
    const { status, text } = await send('GET', `${path}/audits/${asked.id}/report?format=html`);
    times.push(performance.now() - from);
    if (status !== 200 || !text.includes(`r-${groups - 1}`)) throw new Error(`no report: ${status}`);
  }
  const warm = times.slice(10);
  return { median: median(warm), worst: Math.max(...warm) };
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const n = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digits });
const told = ({ median: middle, late }: Seen): string =>
  `median ${n(middle, 2)} ms, 99 % within ${n(late, 2)} ms (${n(late / middle, 1)} times)`;
const busy = (): string => `load ${loadavg()[0]?.toFixed(1)}`;

/** `npm run bench -- server`. */
export async function benchServer(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '10' },
      minutes: { type: 'string', default: '10' },
      senders: { type: 'string', default: '64' },
    },
  });
  const [seconds, minutes, senders] = [values.seconds, values.minutes, values.senders].map(Number) as [
    number,
    number,
    number,
  ];
  const folder = mkdtempSync(join(tmpdir(), 'ombud-bench-server-'));
  let served: Served | null = null;
  try {
    const alone = await ledgerAlone(join(folder, 'ledger'), seconds);
    say(`the ledger alone, batches of ${together}: ${n(alone)} decisions/s (${busy()})`);
    served = await startServed(join(folder, 'place'), 0, 'administrator');
    const client = clientOf(served);
    await client.send('PUT', path, { ...declaration, system: 'bench' });
    const { batch, single, close } = await recording(client, served, senders);
    const batches = await load(batchSenders, seconds, batch);
    const many = batches.perSecond * together;
    say(
      `batches of ${together}: ${n(many)} decisions/s, ${n(many / alone, 2)} of it (goal 0.40); ${told(batches)}; ${busy()}`,
    );
    const used = processorMs(served);
    const own = process.cpuUsage();
    const singles = await load(senders, seconds, single);
    const each = (processorMs(served) - used) / singles.asked;
    const { user, system } = process.cpuUsage(own);
    const clients = (user + system) / 1000 / singles.asked;
    const share = n(singles.perSecond / alone, 2);
    say(
      `one by one: ${n(singles.perSecond)} decisions/s, ${share} of it (goal 0.15); ${told(singles)} (goal 20); ${n(each, 2)} ms of processor each in the server and ${n(clients, 2)} in the client; ${busy()}`,
    );
    say(`refused or failed: ${batches.failed + singles.failed}`);
    const { median: middle, worst } = await report(client);
    say(
      `report of ${groups} groups: median ${n(middle, 1)} ms, worst of 30 ${n(worst, 1)} ms (goal 50); ${busy()}`,
    );
    if (minutes > 0) {
      const { perSecond, tenths } = await memory(served, minutes, senders, single);
      say(
        `memory over ${minutes} minutes at ${n(perSecond)} decisions/s, each tenth: ${tenths.map((v) => n(v)).join(', ')} MB`,
      );
    }
    close();
  } finally {
    served?.process.kill('SIGTERM');
    await served?.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
