/** How a system is watched: when it is audited, whom an alert reaches, who holds its effects. */
import { createHash } from 'node:crypto';
import { alertMessage, findVersion, holdMessages, overtake, type Statements } from '@ombud/app';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { z } from 'zod';
import { doAct } from '../access/act.ts';
import type { Principal } from '../access/roles.ts';
import { openText, sealText } from '../access/secrets.ts';
import { webhookSchema } from '../outgoing/webhook-schema.ts';
import type { Services } from '../services.ts';
import { everies } from './periods.ts';
import { watchSettingsTables } from './tables.ts';

const hours = z.number().gt(0).max(10_000);

const receiverSchema = z.union([
  z.strictObject({ webhook: webhookSchema }),
  z.strictObject({
    mail: z.email().max(300),
    language: z.string().max(10).default('en').describe('In which it is written'),
  }),
]);

/** What is declared of the watching of a system. */
export const watchSettingsSchema = z.strictObject({
  schedule: z
    .strictObject({
      every: z.enum(everies).describe('When such a time has ended, in UTC, an audit is asked for'),
      over: z
        .enum(['period', 'everything'])
        .default('period')
        .describe('period: what was decided in it; everything: all that was recorded until its end'),
      sign: z.boolean().default(false).describe('The results are signed and recorded as evidence'),
      lateHours: hours.default(24).describe('An audit that is missing for so long is told of'),
    })
    .nullable()
    .default(null),
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

/** The settings of every system that has some. */
export async function allWatchSettings(
  state: Statements,
  secret: Buffer,
): Promise<ReadonlyMap<string, SettingsInForce>> {
  const rows = await state.of(watchSettingsTables).selectFrom('watch_settings').selectAll().execute();
  return new Map(
    rows.map(({ system, document, since, looked }) => {
      const sealed = watchSettingsSchema.parse(JSON.parse(document));
      return [system, { ...withSecrets(sealed, (text) => openText(secret, purpose, text)), since, looked }];
    }),
  );
}

/** The settings of a system; without its secrets, which stay sealed. */
export async function readWatchSettings(
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

/** The settings of a system with their secrets, to be declared anew with a change. */
export async function openWatchSettings({ state, place }: Services, system: string): Promise<WatchSettings> {
  const { since: _, ...sealed } = await readWatchSettings(state, system);
  return withSecrets(sealed, (text) => openText(place.secret, purpose, text));
}

/** What is told of settings: where messages go, not what they are signed with. */
export const toldWatchSettings = (settings: WatchSettings): WatchSettings =>
  withSecrets(settings, () => 'whsec_not-told-again');

/**
 * Declares how a system is watched: what is recorded is the digest and who declared it.
 * @returns the entry
 * @throws OmbudError `OMBUD_E_SYSTEM` where the system was never declared
 */
export async function settleWatch(
  services: Services,
  who: Principal,
  system: string,
  settings: WatchSettings,
): Promise<number> {
  const { state, place, context } = services;
  await findVersion(state, system);
  const plain = canonicalJson(toldWatchSettings(settings) as unknown as JsonObject);
  const digest = createHash('sha256').update(plain).digest('hex');
  const document = JSON.stringify(withSecrets(settings, (text) => sealText(place.secret, purpose, text)));
  const now = new Date(context.now()).toISOString();
  const act = { act: 'watch-declared', system, details: { digest } };
  return doAct(services, who, act, async (tx) => {
    const before = await readWatchSettings(tx, system);
    const isSame = before.schedule?.every === settings.schedule?.every;
    const row = { document, since: (isSame ? before.since : null) ?? now };
    await tx
      .of(watchSettingsTables)
      .insertInto('watch_settings')
      .values({ system, looked: null, ...row })
      .onConflict((c) => c.column('system').doUpdateSet(row))
      .execute();
    await forgetReceivers(tx, system, settings);
  });
}

/** What waits for somebody whom no alert reaches any more is not sent. */
async function forgetReceivers(tx: Statements, system: string, { alerts }: WatchSettings): Promise<void> {
  const kept = alerts.map(receiverName);
  await overtake(tx, (eb) =>
    eb.and([
      eb('system', '=', system),
      eb('kind', '=', alertMessage),
      ...(kept.length === 0 ? [] : [eb('receiver', 'not in', kept)]),
    ]),
  );
}

/** Whether a message is one of watching. */
export const isWatchMessage = (kind: string): boolean =>
  kind === alertMessage || kind === holdMessages.hold || kind === holdMessages.release;
