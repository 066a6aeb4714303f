/** Very many appeals from one place: whoever comes from elsewhere is served beside them, and looked at before the most of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { reviewQueue } from '@ombud/app';
import { sized } from '@ombud/testing';
import { expect, test } from 'vitest';
import {
  type ContestWorld,
  contestWorld,
  keyOf,
  must,
  type Told,
  visitor,
} from '../../test/contest-world.ts';
import { temporaryFolder } from '../../test/world.ts';
import { deskOf } from '../contest/desk.ts';
import { worklist } from '../contest/worklist.ts';
import { appealBy, eachOf } from '../incidents/appeal-by.ts';
import { visitorOf } from '../incidents/visitor.ts';

const bulk = sized(10_000, 120);
const others = sized(100, 8);
/** Connections that the bulk keeps busy. */
const connections = 32;
const bulkAddress = '198.51.100.7';

const birthday = '1987-03-27';
const answered = { facts: { income: '13000' }, words: 'It was not mine all year.', file: null, late: false };

/** Starts whoever sends very many; gives how to stop it, and what it said at its end. */
function bulkSender({ running: { url } }: ContestWorld, people: readonly Told[]) {
  const script = join(import.meta.dirname, '..', '..', 'test', 'bulk-sender.ts');
  const child = spawn(process.execPath, [script, url, bulkAddress, String(connections)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(people.map(({ case: id, code }) => ({ case: id, code, second: birthday }))));
  const answered = text(child.stdout);
  const ended = once(child, 'exit');
  return {
    stop: () => child.kill('SIGTERM'),
    end: async () => {
      const [status] = (await ended) as [number | null];
      expect(status).toBe(0);
      return JSON.parse(await answered) as { asked: number; refused: number; waitSeconds: number };
    },
  };
}

/** A folder whose server believes a proxy, so that each visitor has an address of their own. */
function behindProxy(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ trustedProxy: true }));
  return folder;
}

const appeal = (
  { running: { url } }: ContestWorld,
  { case: id, code }: Told,
  address: string,
): Promise<void> =>
  appealBy(
    visitorOf(url, { follow: false, headers: { 'x-forwarded-for': address } }),
    { case: id, code, second: birthday },
    answered,
  );

const quantile = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))] ?? Number.NaN;

const median = (list: readonly number[]): number => quantile(list, 0.5);

/** What was seen, for whoever runs it. */
function tell(alone: readonly number[], further: readonly number[], what: string): void {
  const ms = (list: readonly number[]) =>
    `median ${median(list).toFixed(0)} ms, 99 of 100 within ${quantile(list, 0.99).toFixed(0)} ms`;
  const ratio = (median(further) / median(alone)).toFixed(2);
  process.stderr.write(
    `an appeal alone: ${ms(alone)}; ${what}: ${ms(further)}; ${ratio} times (${alone.length} each)\n`,
  );
}

/** How long each takes, one after the other. */
async function timesOf(
  world: ContestWorld,
  people: readonly Told[],
  from: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const [i, one] of people.entries()) {
    const began = performance.now();
    await appeal(world, one, `203.0.113.${from + i}`);
    times.push(performance.now() - began);
  }
  return times;
}

async function tellMany(world: ContestWorld, people: number): Promise<readonly Told[]> {
  const told: Told[] = [];
  while (told.length < people) told.push(...(await world.tell(Math.min(500, people - told.length))));
  return told;
}

test(`${bulk} appeals from one place: all are taken in, and who comes from elsewhere waits for none of them`, async () => {
  const world = await contestWorld({ folder: behindProxy() });
  const [clerk, operator] = [await keyOf(world.running, 'clerk'), world.operator];
  const many = await tellMany(world, bulk);
  const alone = await timesOf(world, await world.tell(others), 1);
  const late = await world.tell(others);
  const sending = bulkSender(world, many);
  const further = await timesOf(world, late, 101);
  tell(alone, further, `while ${bulk} come from one place`);
  await sending.end();
  // Whoever works on cases finds those of others before the second row of the bulk, though these came first.
  const desk = await worklist(world.running.services, {
    system: 'payments',
    able: ['clerk'],
    account: 'key:none',
    most: 20 + 2 * others,
  });
  const lateCases = new Set(late.map((one) => one.case));
  expect(desk.slice(0, 20 + 2 * others).filter((one) => lateCases.has(one.case))).toHaveLength(others);
  await eachOf([...many, ...late], async ({ case: id }) => {
    const at = `/api/v1/systems/payments/cases/${id}/moves/appeal`;
    await must(clerk('POST', `${at}/accept`, {}));
    await must(operator('POST', `${at}/respond`, { words: { text: 'So it was.' } }));
  });
  const { state } = await deskOf(world.running.services);
  const queue = await reviewQueue(state, { most: bulk + 100 });
  expect(queue).toHaveLength(bulk + others);
  expect(queue.slice(0, 20 + others).filter((one) => lateCases.has(one.case))).toHaveLength(others);
}, 3_600_000);

test('one place that asks as fast as it can is told to wait, nobody else is, and it comes in after the wait', async () => {
  const world = await contestWorld({ folder: behindProxy(), withoutLimits: false });
  const [own, ...rest] = await world.tell(1 + 2 * others);
  if (own === undefined) throw new Error('nobody');
  const alone = await timesOf(world, rest.slice(0, others), 1);
  const fast = visitor(world.running, { 'x-forwarded-for': bulkAddress });
  const hammer = bulkSender(world, []);
  // Each of these is served whatever the one place does; one that is refused would end the test.
  const further = await timesOf(world, rest.slice(others), 101);
  const refused = async () => {
    const response = await fetch(`${world.running.url}/en/case`, {
      headers: { 'x-forwarded-for': bulkAddress },
    });
    await response.text();
    return response.status === 429;
  };
  while (!(await refused())) await new Promise((resolve) => setTimeout(resolve, 100));
  hammer.stop();
  const { asked, refused: toWait, waitSeconds } = await hammer.end();
  tell(alone, further, `beside ${asked} requests from one place, ${toWait} of them told to wait`);
  expect(waitSeconds).toBeGreaterThan(0);
  expect(waitSeconds).toBeLessThanOrEqual(60);
  await new Promise((resolve) => setTimeout(resolve, 1000 * (waitSeconds + 1)));
  await fast.get('/en/case');
  const entered = await fast.post('/en/case/enter', { code: own.code, second: '27 3 1987' });
  expect(entered.path).toBe('/en/case');
}, 300_000);
