/**
 * A server on loopback in a folder that is gone when it stops, with everybody whom an incident needs. Everything that happens on
 * it comes over HTTP; what the stage does beside is to make keys, to set the clock, and to let jobs look now.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OmbudClient, verifyWebhook } from '@ombud/client';
import { templateDigest } from '@ombud/contest';
import { english } from '@ombud/words';
import { makeKey } from '../access/keys.ts';
import type { Role } from '../access/roles.ts';
import { type Running, serve } from '../serve.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const loopback = '127.0.0.1';
const dayMs = 86_400_000;
/** The first day; days count from here. It is not that of what happened: holidays are known from 2024 on. */
const firstDay = Date.UTC(2025, 6, 7, 0, 0, 0);

/** Asks the server; a refusal is an answer too. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Told>;

/** What the server answered. */
export interface Told {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody with a key. */
export interface Keyed {
  /** As acts name them: `key:...`. */
  readonly account: string;
  readonly ask: Ask;
  /** The same with pages. */
  readonly visit: Visitor;
}

/** A message that came to a receiver, signed by the server. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A stage. */
export interface Stage {
  readonly system: string;
  readonly url: string;
  as(role: Role, name?: string): Promise<Keyed>;
  /** The client of the deciding system. */
  readonly client: OmbudClient;
  /** A person with a browser at an address of their own. */
  person(number: number): Visitor;
  /** Where the server sends messages; each is told once, by its id. */
  receiver(handle: (message: Message) => void): Promise<{ readonly url: string; readonly secret: string }>;
  /** Sets the clock to a day. */
  day(number: number): void;
  /** The day as YYYY-MM-DD. */
  date(number: number): string;
  /** Lets the jobs of the server look now, and waits for them. */
  look(...jobs: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A refusal where there must be none ends the run. */
export async function must<T>(told: Promise<Told>): Promise<T> {
  const { status, body } = await told;
  if (status >= 400) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

const askerOf =
  (url: string, key: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  };

/** Starts it. */
export async function openStage(system: string): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'ombud-incident-'));
  const clock = { now: firstDay };
  const servers: Server[] = [];
  let running: Running | null = null;
  const close = async (): Promise<void> => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    await running?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // A proxy is declared, so that each person has an address of their own; messages may go to this machine alone.
    const settings = { title: 'Ombud', trustedProxy: true, outgoing: { allow: [loopback] } };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    running = await serve({ folder, host: loopback, port: 0, now: () => clock.now });
    const { services, url } = running;
    const by = { kind: 'key' as const, id: 'stage', name: 'stage', grants: [] };
    const newKey = (role: Role, name: string) =>
      makeKey(services, by, { name, role, system: null, expires: null });
    const recorder = await newKey('recorder', 'deciding system');
    return {
      system,
      url,
      client: new OmbudClient({ url, key: recorder.key, system, breakerMs: 0 }),
      as: async (role, name = role) => {
        const { id, key } = await newKey(role, name);
        const visit = visitorOf(url, { headers: { authorization: `Bearer ${key}` } });
        return { account: `key:${id}`, ask: askerOf(url, key), visit };
      },
      person: (number) =>
        visitorOf(url, {
          follow: false,
          headers: { 'x-forwarded-for': `198.18.${Math.floor(number / 250) % 250}.${1 + (number % 250)}` },
        }),
      receiver: async (handle) => {
        const secret = `whsec_${randomBytes(24).toString('base64')}`;
        const seen = new Set<string>();
        const server = createServer(async (request, response) => {
          let text = '';
          for await (const chunk of request) text += String(chunk);
          const { id, payload } = verifyWebhook(secret, request.headers, text, clock.now);
          const { type, data } = payload as Omit<Message, 'id'>;
          if (!seen.has(id)) handle({ id, type, data });
          seen.add(id);
          response.writeHead(200).end();
        });
        servers.push(server);
        await new Promise<void>((ready) => {
          server.listen(0, loopback, ready);
        });
        return { url: `http://${loopback}:${(server.address() as AddressInfo).port}/`, secret };
      },
      day: (number) => {
        clock.now = Math.max(clock.now, firstDay + number * dayMs);
      },
      date: (number) => new Date(firstDay + number * dayMs).toISOString().slice(0, 10),
      look: async (...jobs) => {
        for (const job of jobs) await services.kick(job);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What every incident declares of its letters: the office, the law of the window, and a reader's signature that is simulated too. */
export const lettersOf = (system: string, kind: 'debt' | 'grade' | 'refusal', name: string) => ({
  kind,
  // An appeal suspends the effect by itself.
  window: 'de-vwgo-80',
  packs: ['uk-gdpr-22c'],
  office: { name, post: 'PO Box 1, Example City', phone: '000 000 000' },
  machine: { name, role: 'decided' },
  rereadShare: 0,
  signatures: [
    {
      language: 'en',
      digest: templateDigest({ system, kind, messages: {} }, english),
      reviewer: 'simulated reader',
      on: '2025-07-01',
    },
  ],
});
