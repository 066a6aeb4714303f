/**
 * Requests by the document of the API, each role in turn, by key and by session: some as they should be, some spoiled in one
 * place, some by the schemas alone. No answer is a fault, none hangs, who may not is refused, what is refused leaves nothing
 * behind, what is accepted is answered as documented, and each route accepts enough that the run means something.
 *
 *   OMBUD_SLOW=1 OMBUD_FUZZ=10000 npx vitest run packages/server/src/http/fuzz.slow.test.ts
 *
 * `OMBUD_FUZZ`: requests a route for each role. `OMBUD_FUZZ_ROUTES`: these routes alone, by their ids.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fsck } from '@ombud/ledger';
import { english } from '@ombud/words';
import fc from 'fast-check';
import type { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type Asker, allows, ask, wrongWith } from '../../test/fuzz/answers.ts';
import { type LivingOf, livingWorld } from '../../test/fuzz/living.ts';
import { type Asked, askedOf, type Operation, plansOf } from '../../test/fuzz/requests.ts';
import { askerOf, keyTextOf, personOf } from '../../test/world.ts';
import { roles } from '../access/roles.ts';
import { routes } from '../capabilities.ts';
import type { Running } from '../index.ts';
import { assemble } from './assemble.ts';
import { unlimited } from './limits.ts';
import { openApi } from './openapi.ts';
import type { Route } from './route.ts';

const runs = Number(process.env['OMBUD_FUZZ'] ?? 40);
const chosen = process.env['OMBUD_FUZZ_ROUTES']?.split(',');
const fewest = Math.max(1, Math.floor(runs / 100));
const together = 250;
const hangMs = 30_000;

/** Nobody, and each role by a key and by a session. */
async function askersOf(running: Running): Promise<readonly Asker[]> {
  const askers: Asker[] = [{ role: null, how: 'nobody', headers: {} }];
  for (const role of roles) {
    const key = await keyTextOf(running, role);
    const { cookie } = await personOf(running, role);
    const page = await askerOf(running.url, { cookie })('GET', '/account');
    const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    askers.push({ role, how: 'key', headers: { authorization: `Bearer ${key}` } });
    askers.push({ role, how: 'session', headers: { cookie, 'x-form-token': token } });
  }
  return askers;
}

/** Tells whether anything was committed to the file since it was last asked. */
function commitsOf({ services }: Running): () => boolean {
  const file = join(services.place.folder, 'ledger', 'ledger.db');
  const version = new DatabaseSync(file, { readOnly: true }).prepare('PRAGMA data_version');
  let last: unknown;
  return () => {
    const before = last;
    last = version.get()?.['data_version'];
    return last !== before;
  };
}

interface Fuzz {
  readonly app: Hono;
  readonly living: LivingOf;
  readonly committed: () => boolean;
  readonly faults: string[];
}

/** What a route was asked, and how often it said yes. */
interface Counted {
  asked: number;
  accepted: number;
}

/** One request of one asker; what is wrong with the answer is a fault. */
async function askOnce(
  { app, committed, faults }: Fuzz,
  route: Route,
  asker: Asker,
  asked: Asked,
  counted: Counted,
): Promise<void> {
  const { id, method } = route;
  committed();
  const answered = await ask(app, method, asker, asked, hangMs);
  const leftBehind = committed() && (method === 'GET' || (answered?.status ?? 0) >= 400);
  const wrong =
    answered === null
      ? 'hangs'
      : (wrongWith(route, asker.role, answered) ?? (leftBehind ? 'left something behind' : null));
  if (wrong !== null) {
    const [told, request] = [answered, asked].map((one) => JSON.stringify(one).slice(0, 400));
    faults.push(`${id} by ${asker.role} (${asker.how}) ${wrong}: ${told} to ${request}`);
  }
  counted.asked += 1;
  if (answered !== null && answered.status < 400) counted.accepted += 1;
}

/** So many requests of each asker to one route: the same plans for all, since making them takes longer than answering them. */
async function fuzz(
  world: Fuzz,
  route: Route,
  operation: Operation,
  askers: readonly Asker[],
): Promise<Counted> {
  const plans = plansOf(operation);
  const path = route.path.replace('+}', '}');
  const counted = { asked: 0, accepted: 0 };
  for (let done = 0; done < runs; done += together) {
    const numRuns = Math.min(together, runs - done);
    const sampled = fc.sample(plans, { numRuns, seed: 11 + done });
    for (const [i, asker] of askers.entries()) {
      // Nobody asks all of them; of a role its key and its session ask half of them each.
      const isOwn = (n: number) => asker.role === null || (done + n + i) % 2 === 0;
      let now = await world.living(route.id);
      for (const [n, plan] of sampled.entries()) {
        if (!isOwn(n)) continue;
        if (plan.of === 'fresh' && allows(route, asker.role)) now = await world.living(route.id);
        await askOnce(world, route, asker, askedOf(path, operation, plan, now), counted);
      }
    }
  }
  return counted;
}

const personal = /"s-\d+"|"p-\d+"|Kim Example|South Street|"car"/;

/** Entries that say in clear who a decision is about, or what it was made from. */
async function personalEntries({ services: { ledger } }: Running): Promise<readonly string[]> {
  const { size } = await ledger.store.readLog();
  const found: string[] = [];
  for (let index = 0; index < size; index++) {
    const entry = await ledger.store.readEntry(index);
    if (personal.test(entry)) found.push(entry);
  }
  return found;
}

/** Reading comes first: lists grow by what is written. */
const inOrder = (a: Route, b: Route): number => Number(a.method !== 'GET') - Number(b.method !== 'GET');

test(`${runs} requests a route for each role: no fault, no hang, nothing stored that should not be`, {
  timeout: 6 * 3_600_000,
}, async () => {
  const { running, living } = await livingWorld();
  const services = { ...running.services, kick: async () => {} };
  const app = assemble({ services, routes, limiter: unlimited });
  const world: Fuzz = { app, living, committed: commitsOf(running), faults: [] };
  const askers = await askersOf(running);
  const { paths } = openApi(routes, english) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const operations = new Map(
    Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .map((one) => [one.operationId, one]),
  );
  const accepted: Record<string, number> = {};
  for (const route of routes.toSorted(inOrder)) {
    const operation = operations.get(route.id);
    if (operation === undefined || chosen?.includes(route.id) === false) continue;
    const began = performance.now();
    const { asked, accepted: taken } = await fuzz(world, route, operation, askers);
    accepted[route.id] = taken;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stderr.write(
      `${route.id}: ${taken} of ${asked} accepted, ${world.faults.length} faults, ${seconds} s\n`,
    );
  }
  expect(world.faults.slice(0, 20)).toEqual([]);
  expect(Object.entries(accepted).filter(([, taken]) => taken < fewest)).toEqual([]);
  expect(await personalEntries(running)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((await fsck(running.services.ledger, { threads: 0 })).problem).toBeNull();
});
