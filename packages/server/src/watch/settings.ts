/** How a system is watched: when it is audited, whom an alert reaches, who holds its effects. */
import { createHash } from 'node:crypto';
import {
  alertMessage,
  findVersion,
  holdMessages,
  listSystems,
  outbox,
  overtake,
  type State,
  type Statements,
} from '@ombud/app';
import { mailReceiverSchema, scheduleSchema } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { z } from 'zod';
import { doAct } from '../access/act.ts';
import type { Principal } from '../access/roles.ts';
import { openText, sealText } from '../access/secrets.ts';
import { serverErrors } from '../errors.ts';
import { toldAddress, webhookSchema } from '../outgoing/webhook-schema.ts';
import type { Services } from '../services.ts';
import { type DeclaredWatch, declaredWatch } from './declared.ts';
import { watchSettingsTables } from './tables.ts';

const hours = z.number().gt(0).max(10_000);

const receiverSchema = z.union([z.strictObject({ webhook: webhookSchema }), mailReceiverSchema]);

/** What is declared of the watching of a system. */
export const watchSettingsSchema = z.strictObject({
  schedule: scheduleSchema.nullable().default(null),
  silentHours: hours
    .nullable()
    .default(null)
    .describe('No decision in so many hours, while the breaker is closed, is told of'),
  drift: z
    .strictObject({
      level: z
        .number()
        .gt(0)
        .max(0.2)
        .default(0.01)
        .describe(
          'The chance of a false alert of drift, over all columns, for as long as the schedule stands',
        ),
      index: z
        .number()
        .min(0)
        .max(10)
        .default(0.1)
        .describe('Least stability index: smaller changes are not told of, however sure they are'),
    })
    .nullable()
    .default(null)
    .describe('Told of where an audit by schedule, over everything, finds it'),
  alerts: z.array(receiverSchema).max(20).default([]).describe('Whom an alert reaches'),
  decider: webhookSchema
    .nullable()
    .default(null)
    .describe('Who is told to hold effects while the breaker is not closed, and to let them go on'),
});

/** What is declared of the watching of a system. */
export type WatchSettings = z.output<typeof watchSettingsSchema>;
/** Whom an alert reaches. */
export type AlertReceiver = WatchSettings['alerts'][number];
/** Settings as they are in force. */
export interface SettingsInForce extends WatchSettings {
  /** Since when the schedule holds. */
  readonly since: string;
  /** The end of the newest period whose audit was looked at for drift. */
  readonly looked: string | null;
}

/** Of a system that declared nothing. */
const noSettings: WatchSettings = watchSettingsSchema.parse({});

/** Which receiver a message in the outbox is for. */
export const receiverName = (receiver: AlertReceiver): string =>
  createHash('sha256')
    .update('webhook' in receiver ? receiver.webhook.url : receiver.mail)
    .digest('base64url')
    .slice(0, 16);

const purpose = 'watch-receiver';

function withSecrets(settings: WatchSettings, change: (secret: string) => string): WatchSettings {
  const { alerts, decider } = settings;
  return {
    ...settings,
    alerts: alerts.map((one) =>
      'webhook' in one ? { webhook: { ...one.webhook, secret: change(one.webhook.secret) } } : one,
    ),
    decider: decider === null ? null : { ...decider, secret: change(decider.secret) },
  };
}

/** The webhooks that alerts reach. */
export const hooksOf = ({ alerts }: WatchSettings) => alerts.filter((one) => 'webhook' in one);

/** Settings as they hold, with what is declared in the place of what was set. */
function withDeclared(settings: WatchSettings, declared: DeclaredWatch | null): WatchSettings {
  if (declared === null) return settings;
  const { schedule, tell } = declared;
  return {
    ...settings,
    schedule: schedule ?? settings.schedule,
    alerts: tell === null ? settings.alerts : [...hooksOf(settings), ...tell],
  };
}

/** What of settings is kept beside the declaration: nothing that it says itself. */
function besideDeclared(settings: WatchSettings, declared: DeclaredWatch | null): WatchSettings {
  if (declared === null) return settings;
  return {
    ...settings,
    schedule: declared.schedule === null ? settings.schedule : null,
    alerts: declared.tell === null ? settings.alerts : hooksOf(settings),
  };
}

/** The settings of every system that has some, by the page or by its declaration. */
export async function allWatchSettings(
  state: Statements,
  secret: Buffer,
): Promise<ReadonlyMap<string, SettingsInForce>> {
  const rows = await state.of(watchSettingsTables).selectFrom('watch_settings').selectAll().execute();
  const set = new Map(rows.map((row) => [row.system, row]));
  const found = new Map<string, SettingsInForce>();
  for (const { system, document } of await listSystems(state)) {
    const row = set.get(system);
    const declared = document['watch'] === undefined ? null : await declaredWatch(state, system);
    if (row === undefined && declared === null) continue;
    const sealed = row === undefined ? noSettings : watchSettingsSchema.parse(JSON.parse(row.document));
    const settings = withSecrets(sealed, (text) => openText(secret, purpose, text));
    const { since = '', looked = null } = row ?? {};
    found.set(system, {
      ...withDeclared(settings, declared),
      since: declared === null || declared.schedule === null ? since : declared.since,
      looked,
    });
  }
  return found;
}

/** What was set for a system beside its declaration; without its secrets, which stay sealed. */
async function readOwnSettings(
  state: Statements,
  system: string,
): Promise<WatchSettings & { readonly since: string | null }> {
  const row = await state
    .of(watchSettingsTables)
    .selectFrom('watch_settings')
    .select(['document', 'since'])
    .where('system', '=', system)
    .executeTakeFirst();
  if (row === undefined) return { ...noSettings, since: null };
  return { ...watchSettingsSchema.parse(JSON.parse(row.document)), since: row.since };
}

/** The settings of a system as they hold, those of its declaration too; without their secrets, which stay sealed. */
export async function readWatchSettings(state: Statements, system: string): Promise<WatchSettings> {
  const { since: _, ...own } = await readOwnSettings(state, system);
  return withDeclared(own, await declaredWatch(state, system));
}

/** The settings of a system with their secrets, to be declared anew with a change. */
export async function openWatchSettings({ state, place }: Services, system: string): Promise<WatchSettings> {
  const sealed = await readWatchSettings(state, system);
  return withSecrets(sealed, (text) => openText(place.secret, purpose, text));
}

const unsigned = (settings: WatchSettings): WatchSettings =>
  withSecrets(settings, () => 'whsec_not-told-again');

/** What is told of settings: where messages go, not what they are signed with, nor a token in an address. */
export function toldWatchSettings(settings: WatchSettings): WatchSettings {
  const { alerts, decider, ...rest } = unsigned(settings);
  const told = <T extends { readonly url: string }>(hook: T): T => ({ ...hook, url: toldAddress(hook.url) });
  return {
    ...rest,
    alerts: alerts.map((one) => ('webhook' in one ? { webhook: told(one.webhook) } : one)),
    decider: decider === null ? null : told(decider),
  };
}

/**
 * Declares how a system is watched: what is recorded is the digest and who declared it.
 * @returns the entry
 * @throws OmbudError `OMBUD_E_SYSTEM` where the system was never declared; `OMBUD_E_WATCH_DECLARED` where it would say
 *   otherwise what the declaration says
 */
export async function settleWatch(
  services: Services,
  who: Principal,
  system: string,
  given: WatchSettings,
): Promise<number> {
  const { state, place, context } = services;
  await findVersion(state, system);
  const declared = await declaredWatch(state, system);
  requireAsDeclared(given, declared);
  requireLooksForDrift(withDeclared(given, declared));
  const settings = besideDeclared(given, declared);
  const plain = canonicalJson(unsigned(settings) as unknown as JsonObject);
  const digest = createHash('sha256').update(plain).digest('hex');
  const document = JSON.stringify(withSecrets(settings, (text) => sealText(place.secret, purpose, text)));
  const now = new Date(context.now()).toISOString();
  const act = { act: 'watch-declared', system, details: { digest } };
  return doAct(services, who, act, async (tx) => {
    const before = await readOwnSettings(tx, system);
    const isSame = before.schedule?.every === settings.schedule?.every;
    const row = { document, since: (isSame ? before.since : null) ?? now };
    await tx
      .of(watchSettingsTables)
      .insertInto('watch_settings')
      .values({ system, looked: null, ...row })
      .onConflict((c) => c.column('system').doUpdateSet(row))
      .execute();
    await forgetReceivers(tx, system, withDeclared(settings, declared));
  });
}

const textOf = (value: object): string => canonicalJson(value as JsonObject);

/**
 * One truth: what the declaration says is changed by a new version of it, which is an entry of the ledger.
 * @throws OmbudError `OMBUD_E_WATCH_DECLARED` where settings say otherwise
 */
function requireAsDeclared({ schedule, alerts }: WatchSettings, declared: DeclaredWatch | null): void {
  if (declared === null) return;
  const isOther =
    schedule !== null && declared.schedule !== null && textOf(schedule) !== textOf(declared.schedule);
  if (isOther) throw serverErrors.error('OMBUD_E_WATCH_DECLARED', 'schedule');
  const told = declared.tell?.map(({ mail }) => mail);
  if (told !== undefined && alerts.some((one) => 'mail' in one && !told.includes(one.mail)))
    throw serverErrors.error('OMBUD_E_WATCH_DECLARED', 'tell');
}

/** Drift is looked for in audits by schedule, over everything; asked for without them nobody would ever be told of it. */
function requireLooksForDrift({ drift, schedule }: WatchSettings): void {
  if (drift !== null && schedule?.over !== 'everything')
    throw serverErrors.error('OMBUD_E_HTTP_INPUT', 'drift-alone', { path: 'drift' });
}

/** What waits for somebody whom no alert reaches any more is not sent. */
async function forgetReceivers(tx: Statements, system: string, { alerts }: WatchSettings): Promise<void> {
  const names = alerts.map(receiverName);
  await overtake(tx, (eb) =>
    eb.and([
      eb('system', '=', system),
      eb('kind', '=', alertMessage),
      ...(names.length === 0 ? [] : [eb('receiver', 'not in', names)]),
    ]),
  );
}

/** The same for all systems: a new version of one may tell others than the one before, or nobody. */
export async function forgetLost(state: State, all: ReadonlyMap<string, WatchSettings>): Promise<void> {
  const waiting = await state
    .of(outbox)
    .selectFrom('outbox')
    .select('system')
    .distinct()
    .where('kind', '=', alertMessage)
    .where('state', '=', 'waiting')
    .execute();
  if (waiting.length === 0) return;
  await state.change(async (tx) => {
    for (const { system } of waiting) await forgetReceivers(tx, system, all.get(system) ?? noSettings);
  });
}

/** Whether a message is one of watching. */
export const isWatchMessage = (kind: string): boolean =>
  kind === alertMessage || kind === holdMessages.hold || kind === holdMessages.release;
