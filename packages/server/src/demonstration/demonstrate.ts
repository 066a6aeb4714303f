/** A server with half a year of a lender behind it, in a folder that is gone when it stops. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approveVersion, declareSystem } from '@ombud/app';
import { OmbudClient } from '@ombud/client';
import { isOmbudError } from '@ombud/kernel';
import { makeAccount } from '../access/accounts.ts';
import { makeKey } from '../access/keys.ts';
import { newToken } from '../access/secrets.ts';
import { findRun, requestAudit } from '../audits/runs.ts';
import { type Running, type ServeOptions, serve } from '../serve.ts';
import type { Services } from '../services.ts';
import { decisionsOf, declaration, type Month, monthsBefore, shownSystem } from './lender.ts';
import { type ShownLetter, tellOne } from './letter.ts';

/** What is shown, and how to get in. */
export interface Demonstration {
  readonly url: string;
  readonly system: string;
  readonly decisions: number;
  readonly months: number;
  /** A login that may see everything but people's data. */
  readonly name: string;
  readonly password: string;
  /** A login of those who answer appeals; the same password. */
  readonly office: string;
  /** Somebody who was told no. */
  readonly letter: ShownLetter;
  /** Key of a recorder, to try the API. */
  readonly key: string;
  close(): Promise<void>;
}

const months = 6;
const decisionsInAll = 20_000;
const together = 1000;
const loopback = '127.0.0.1';
const by = { kind: 'key' as const, id: 'demonstration', name: 'demonstration', grants: [] };
const asNobody = { kind: 'anonymous' as const };
const login = 'demo';
const office = 'office';
const pollMs = 20;

/**
 * Starts it on loopback.
 * @param port a free one is taken where it is in use
 * @param onMonth hears each month that was told
 */
export async function demonstrate(
  port: number,
  onMonth: (done: number, of: number) => void = () => {},
): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-demonstration-'));
  // While the past is made, the clock says when it was.
  const clock = { past: null as number | null };
  const options = { folder, host: loopback, now: () => clock.past ?? Date.now() };
  let running: Running | null = null;
  try {
    running = await serveOn(options, port);
    const told = await tell(running, clock, onMonth);
    const { url } = running;
    const open = running;
    return {
      url,
      system: shownSystem,
      decisions: decisionsInAll,
      months,
      name: login,
      office,
      ...told,
      close: async () => {
        await open.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await running?.close();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function serveOn(options: Omit<ServeOptions, 'port'>, port: number): Promise<Running> {
  try {
    return await serve({ ...options, port });
  } catch (error) {
    if (!isOmbudError(error) || error.code !== 'OMBUD_E_SERVE_LISTEN') throw error;
    return serve({ ...options, port: 0 });
  }
}

/** The past of the lender: recorded over the API as any system does, audited at the end of each month. */
async function tell(
  running: Running,
  clock: { past: number | null },
  onMonth: (done: number, of: number) => void,
) {
  const { services, url } = running;
  const past = monthsBefore(Date.now(), months);
  clock.past = past[0]?.begins ?? null;
  const password = newToken().slice(0, 16);
  const roles = ['administrator', 'operator', 'auditor', 'viewer'] as const;
  const account = await makeAccount(services, asNobody, {
    name: login,
    password,
    grants: roles.map((role) => ({ role, system: null })),
  });
  await declareSystem(services.state, shownSystem, declaration, {
    by: 'demonstration',
    now: services.context.now,
  });
  await approveVersion(services.state, shownSystem, 1, {
    by: `account:${account}`,
    now: services.context.now,
  });
  const { key } = await makeKey(services, by, {
    name: 'to try',
    role: 'recorder',
    system: shownSystem,
    expires: null,
  });
  const client = new OmbudClient({ url, key, system: shownSystem });
  for (const [place, month] of past.entries()) {
    await tellMonth(services, client, month, place, clock);
    onMonth(place + 1, months);
  }
  clock.past = null;
  await makeAccount(services, asNobody, {
    name: office,
    password,
    grants: (['clerk', 'reviewer'] as const).map((role) => ({ role, system: null })),
  });
  const letter = await tellOne(running, client);
  await client.close();
  return { password, key, letter };
}

async function tellMonth(
  services: Services,
  client: OmbudClient,
  month: Month,
  place: number,
  clock: { past: number | null },
): Promise<void> {
  const count =
    Math.round((decisionsInAll * (place + 1)) / months) - Math.round((decisionsInAll * place) / months);
  const decisions = decisionsOf(month, place, count);
  for (let at = 0; at < count; at += together) {
    const part = decisions.slice(at, at + together);
    clock.past = Date.parse(part.at(-1)?.decided ?? '');
    await client.recordMany(part);
  }
  clock.past = month.ends;
  const { id } = await requestAudit(services, shownSystem, {
    by: login,
    atSize: null,
    sign: true,
    request: null,
  });
  for (;;) {
    const { state } = await findRun(services, shownSystem, id);
    if (state === 'done' || state === 'failed') return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
