/** The small world of the fuzz: for each route, identifiers that are there and a body that means something; refilled as it is used. */
import { basename } from 'node:path';
import {
  closeBreaker,
  declareSystem,
  proposeClosing,
  readBreaker,
  readHold,
  stopByHand,
  takeFiles,
} from '@ombud/app';
import { makeReceipt, readCheckpoint } from '@ombud/ledger';
import { makeKey } from '../../src/access/keys.ts';
import { capabilities } from '../../src/capabilities.ts';
import { scriptPath } from '../../src/console/assets.ts';
import { deskOf } from '../../src/contest/desk.ts';
import type { Running } from '../../src/index.ts';
import { watchDesk } from '../../src/watch/desk.ts';
import {
  asRead,
  type ContestWorld,
  contestDeclared,
  contestWorld,
  must,
  noticeOf,
} from '../contest-world.ts';
import { type Asker, decisions, keyOf, loans, personOf } from '../world.ts';
import type { Living } from './requests.ts';

/** Gives something that is used up, made many at once. */
function pool<T>(fill: () => Promise<readonly T[]>): () => Promise<T> {
  let left: T[] = [];
  return async () => {
    if (left.length === 0) left = [...(await fill())];
    const one = left.pop();
    if (one === undefined) throw new Error('nothing was made');
    return one;
  };
}

/** Gives each of a list in turn. */
function inTurn<T>(list: readonly T[]): () => T {
  let at = 0;
  return () => list[at++ % list.length] as T;
}

const together = 200;
const why = 'Because somebody asked for it';
const person = { name: 'Kim Example', language: 'en', addresses: ['4 South Street'] };

/** Runs a job to its end: in the world of the fuzz none runs by itself. */
async function runJob({ services }: Running, name: string): Promise<void> {
  const job = capabilities.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
  if (job === undefined) throw new Error(name);
  await job.run(services);
}

/** Records decisions; gives their entries. */
async function record(ask: Asker, system: string, rows: readonly object[]): Promise<number[]> {
  const path = `/api/v1/systems/${system}/decisions/batch`;
  const answer = await (await must(ask('POST', path, { decisions: rows }))).json();
  return (answer as { decisions: { index: number }[] }).decisions.map(({ index }) => index);
}

/** What the routes of every part are asked about. */
interface World {
  readonly contest: ContestWorld;
  readonly running: Running;
  readonly operator: Asker;
  readonly recorder: Asker;
  readonly now: () => number;
  /** A decision of the loans, each in turn. */
  readonly entry: () => number;
  readonly subject: () => string;
  /** A signed audit of the loans. */
  readonly audit: string;
  /** So many numbers that were never given; the first of them. */
  readonly numbers: (n: number) => number;
}

/** Three systems: one that is recorded and audited, one that is declared anew each time, one that is stopped. */
async function worldOf(): Promise<World> {
  // By a clock that stands still no session is seen anew: whatever is stored, a request has stored.
  const began = Date.now();
  const now = () => began;
  const contest = await contestWorld({ withoutJobs: true, now });
  const { running, operator, recorder } = contest;
  const clerk = await keyOf(running, 'clerk');
  for (const system of ['loans', 'aside', 'stopped'])
    await must(operator('PUT', `/api/v1/systems/${system}`, { ...loans, system }));
  const rows = decisions(300);
  const entries = await record(recorder, 'loans', rows);
  for (const { subject } of rows) await must(clerk('PUT', '/api/v1/vault/people', { subject, person }));
  const asked = await must(operator('POST', '/api/v1/systems/loans/audits', { sign: true }));
  await runJob(running, 'audits');
  let made = 1000;
  return {
    contest,
    running,
    operator,
    recorder,
    now,
    entry: inTurn(entries),
    subject: inTurn(rows.map((one) => one.subject)),
    audit: ((await asked.json()) as { id: string }).id,
    numbers: (n) => {
      made += n;
      return made - n;
    },
  };
}

/** What is accepted, by the id of the route. */
type Lives = Readonly<Record<string, () => Promise<Living> | Living>>;

const ofLoans = { places: { system: 'loans' } };
const ofPayments = { places: { system: 'payments' } };

async function accessLives({ running }: World): Promise<Lives> {
  const accounts = inTurn([(await personOf(running, 'viewer')).id, (await personOf(running, 'viewer')).id]);
  const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
  const asked = { name: 'worn', role: 'viewer' as const, system: null, expires: null };
  const key = async () => (await makeKey(running.services, by, asked)).id;
  return {
    asset: () => ({ places: { file: basename(scriptPath) } }),
    'account-invite': () => ({ body: { role: 'viewer', system: 'loans' } }),
    'account-change': () => ({
      places: { account: accounts() },
      body: { grants: [{ role: 'viewer', system: null }], disabled: false },
    }),
    'key-make': () => ({ body: { name: 'worn', role: 'viewer' } }),
    // A key is rotated once.
    'key-rotate': async () => ({ places: { key: await key() }, body: { overlapSeconds: 60 } }),
    'key-revoke': async () => ({ places: { key: await key() } }),
  };
}

function systemsLives({ running, now, audit, numbers }: World): Lives {
  const version = async () => {
    const document = { ...loans, system: 'aside', purpose: `Purpose ${numbers(1)}` };
    return (await declareSystem(running.services.state, 'aside', document, { by: 'key:test', now })).version;
  };
  const ofVersion = async () => ({ places: { system: 'aside', version: await version() } });
  const ofAudit = () => ({ places: { system: 'loans', audit } });
  return {
    'system-declare': () => ({ places: { system: 'aside' }, body: { ...loans, system: 'aside' } }),
    'system-approve': ofVersion,
    'system-retire': ofVersion,
    'audit-ask': () => ({ ...ofLoans, body: { sign: true } }),
    'audit-read': ofAudit,
    'audit-watch': ofAudit,
    'audit-report': () => ({ ...ofAudit(), query: { format: 'csv' } }),
    'audit-evidence': ofAudit,
    'audit-evidence-page': ofAudit,
  };
}

async function logLives({ running: { services }, recorder, entry, subject, numbers }: World): Promise<Lives> {
  const { size } = (await readCheckpoint(services.ledger)).checkpoint;
  const last = `0/${String(Math.floor(size / 256)).padStart(3, '0')}.p/${size % 256}`;
  const tiles = inTurn(['0/000', 'entries/000', last]);
  const fresh = (n: number) => decisions(n, numbers(n));
  const erasable = pool(async () => {
    const rows = fresh(together);
    await record(recorder, 'loans', rows);
    return rows.map((one) => one.subject);
  });
  return {
    'decision-record': () => ({ ...ofLoans, body: fresh(1)[0] }),
    'decisions-record': () => ({ ...ofLoans, body: { decisions: fresh(3) } }),
    'outcomes-record': () => ({ ...ofLoans, body: { outcomes: [{ index: entry(), outcome: 'yes' }] } }),
    'decision-look': () => ({ places: { system: 'loans', index: entry() }, body: { why } }),
    'person-looks': () => ({ body: { subject: subject() } }),
    'log-tile': () => ({ places: { path: tiles() } }),
    'log-entry': () => ({ places: { index: entry() } }),
    'log-receipt': () => ({ places: { index: entry() } }),
    'receipt-check': async () => ({ body: await makeReceipt(services.ledger, entry()) }),
    'log-follow': () => ({ query: { from: 1 } }),
    'person-erase': async () => ({ body: { subjects: [await erasable()], request: 'Erase me' } }),
    'person-access': () => ({ body: { subject: subject(), why } }),
    'system-export': () => ({ places: { system: 'stopped' }, body: { why } }),
    'vault-keep': () => ({ body: { subject: subject(), person } }),
    'vault-look': () => ({ body: { subject: subject(), why } }),
  };
}

async function breakerLives({ running }: World): Promise<Lives> {
  const desk = watchDesk(running.services);
  const remedy = { remedy: 'It was put right' };
  const proposal = { by: `account:${(await personOf(running, 'operator')).id}`, why, remedy };
  /** The stopped system, once its breaker is as it is wanted. */
  const stopped = async (wanted: 'closed' | 'open' | 'proposed'): Promise<Living> => {
    if ((await readBreaker(desk.state, 'stopped')).position !== 'closed') {
      await proposeClosing(desk, 'stopped', proposal);
      await closeBreaker(desk, 'stopped', 'account:another');
    }
    if (wanted !== 'closed') await stopByHand(desk, 'stopped', { by: 'test', why, position: 'open' });
    if (wanted === 'proposed') await proposeClosing(desk, 'stopped', proposal);
    return { places: { system: 'stopped' } };
  };
  return {
    'breaker-open': async () => ({ ...(await stopped('closed')), body: { why } }),
    'breaker-propose': async () => ({ ...(await stopped('open')), body: { why, remedy } }),
    'breaker-close': () => stopped('proposed'),
    'breaker-held': async () => {
      const living = await stopped('open');
      return { ...living, body: { entry: (await readHold(desk.state, 'stopped'))?.entry ?? -1 } };
    },
    'outgoing-settle': () => ({ body: { system: 'stopped', kind: 'breaker.hold', what: 'again' } }),
    'watch-declare': () => ({ places: { system: 'aside' }, body: { schedule: { every: 'month' } } }),
  };
}

/** Entries that wait for a notice, and cases whose notice waits to be sent. */
function noticesOf({ operator, recorder, numbers }: World) {
  const notifiable = pool(() => {
    const from = numbers(together);
    const rows = Array.from({ length: together }, (_, i) => ({
      subject: `p-${from + i}`,
      decision: 'debt',
      attributes: { sex: 'F' },
      inputs: { income: i, averaged: 'no' },
    }));
    return record(recorder, 'payments', rows);
  });
  const sendable = pool(async () => {
    const notices = [];
    for (let i = 0; i < together; i++) notices.push(noticeOf(await notifiable(), i));
    const answer = await must(operator('POST', '/api/v1/systems/payments/notices', { notices }));
    return ((await answer.json()) as { items: { case: string }[] }).items.map((one) => one.case);
  });
  return { notifiable, sendable };
}

/** Cases of one rule: one whose remedy is told and paid, one whose remedy is searched, and one person whom it hit. */
async function remedyOf({ running, contest }: World) {
  const [paid = '', searched = '', , hit = ''] = (await contest.tell(together)).map((one) => one.case);
  const [boss, second] = [await keyOf(running, 'administrator'), await keyOf(running, 'administrator')];
  const at = `/api/v1/systems/payments/cases/${paid}`;
  const query = { name: 'averaged', version: 1, all: [{ field: 'averaged', is: 'equal', value: 'yes' }] };
  const flat = { minor: 50_000, currency: 'AUD' };
  await must(boss('POST', `${at}/remedy`, { ...query, flat }));
  await must(boss('POST', `${at}/moves/remedy/support`, await asRead(boss, at)));
  await must(second('POST', `${at}/moves/remedy/approve`, await asRead(second, at)));
  await must(second('POST', `${at}/moves/remedy/reopen`, {}));
  await runJob(running, 'contest-clocks');
  // What is said to be paid was ordered.
  const payments = [{ case: hit, amount: flat, step: 'flat' }];
  await must(boss('POST', `${at}/remedy/payments`, { payments }));
  return { paid, searched, hit, query, flat };
}

async function contestLives(world: World): Promise<Lives> {
  const { services } = world.running;
  const { notifiable, sendable } = noticesOf(world);
  const { paid, searched, hit, query, flat } = await remedyOf(world);
  const ofCase = (id: string) => ({ places: { system: 'payments', case: id } });
  const bytes = new TextEncoder().encode('A letter.');
  const file = async () => {
    const appeal = `appeal-${world.numbers(1)}`;
    const letter = { name: 'letter.txt', type: 'text/plain', bytes };
    const [taken] = await takeFiles(await deskOf(services), { case: searched, appeal }, [letter]);
    return taken?.id ?? '';
  };
  return {
    'contest-declare': () => ({ places: { system: 'aside' }, body: contestDeclared }),
    'contest-read': () => ofPayments,
    'notices-issue': async () => ({
      ...ofPayments,
      body: { notices: [noticeOf(await notifiable(), world.numbers(1))] },
    }),
    'case-move': async () => ({
      places: { system: 'payments', case: await sendable(), machine: 'notice', event: 'send' },
      body: {},
    }),
    'case-read': () => ofCase(searched),
    'file-scanned': async () => ({ places: { file: await file() }, body: { scan: 'clean' } }),
    'remedy-search': () => ({ ...ofCase(searched), body: query }),
    'remedy-read': () => ofCase(paid),
    'remedy-told': () => ({ ...ofCase(paid), body: { cases: [hit] } }),
    'remedy-pay': () => ({
      ...ofCase(paid),
      body: { payments: [{ case: hit, amount: flat, step: 'flat' }] },
    }),
    'remedy-paid': () => ({ ...ofCase(paid), body: { payments: [{ case: hit, payment: 'paid' }] } }),
    'figures-read': () => ({ places: { name: 'payments' } }),
  };
}

/** Gives what a route accepts as things stand, by its id. */
export type LivingOf = (route: string) => Promise<Living>;

/** A server without jobs, and what each of its routes accepts. */
export async function livingWorld(): Promise<{ readonly running: Running; readonly living: LivingOf }> {
  const world = await worldOf();
  const lives = {
    ...(await accessLives(world)),
    ...systemsLives(world),
    ...(await logLives(world)),
    ...(await breakerLives(world)),
    ...(await contestLives(world)),
  };
  const usual: Living = { places: { system: 'loans', version: 1 } };
  return { running: world.running, living: async (route) => (await lives[route]?.()) ?? usual };
}
