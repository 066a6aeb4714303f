/** What a system declares for its cases: the law that holds, who made the rule, how its letters are written, where messages go. */
import { createHash } from 'node:crypto';
import type { Statements } from '@ombud/app';
import { knownKinds, noticePacks, windowPacks } from '@ombud/contest';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { isPlain } from '@ombud/words';
import { z } from 'zod';
import { doAct } from '../access/act.ts';
import { openText, sealText } from '../access/secrets.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { toldAddress, webhookSchema } from '../outgoing/webhook-schema.ts';
import type { Services } from '../services.ts';
import { contestSettings } from './tables.ts';

const line = z.string().min(1).max(300);
const texts = z.record(z.string().max(10), line).describe('By language');
const span = z.strictObject({
  count: z.number().int().min(0).max(10_000),
  unit: z.enum(['days', 'working-days', 'weeks', 'months']),
  roll: z.literal('next-working-day').exactOptional(),
});
const receiver = webhookSchema;

const week = { count: 7, unit: 'days' } as const;
const awaited = span.nullable().default(week);

/** The declaration of a system's cases. */
export const settingsSchema = z.strictObject({
  window: z
    .enum(windowPacks.map(({ id }) => id) as [string, ...string[]])
    .describe('The law on how long a person may appeal, and what an appeal stops'),
  packs: z
    .array(z.enum(noticePacks.map(({ id }) => id) as [string, ...string[]]))
    .default([])
    .describe('Laws on what a notice holds'),
  authors: z
    .array(line)
    .default([])
    .describe('Accounts that made the rule, beside those who declared a version'),
  approvers: z.array(line).default([]).describe('Accounts that approved it, beside those of the versions'),
  twoReviewers: z.boolean().default(false),
  biometric: z.boolean().default(false).describe('Two people and corroboration before any effect'),
  rereadShare: z.number().min(0).max(1).default(0.057).describe('Share of closed reviews read again'),
  remedy: z
    .enum(['cancel', 'review', 'by-hand'])
    .default('by-hand')
    .describe(
      'What a remedy for all does once people are told: takes every effect back, or has each reviewed',
    ),
  spans: z.record(z.string(), span).default({}).describe('Clocks that run otherwise: "appeal.answer"'),
  office: z.strictObject({
    name: line,
    post: line,
    phone: line,
    visit: line.nullable().default(null),
  }),
  machine: z
    .strictObject({ name: line, role: z.enum(['decided', 'proposed', 'scored']).nullable() })
    .nullable()
    .default(null),
  ground: z.string().max(1000).nullable().default(null).describe('The rule in the words of the law'),
  regulator: z.strictObject({ name: line, contact: line }).nullable().default(null),
  correction: z.boolean().default(true),
  representation: z.boolean().default(true),
  answerDays: z.number().int().min(1).max(400).nullable().default(null),
  kind: z.enum(['debt', 'refusal', 'reduction', 'grade']).describe('What a decision of the system is'),
  messages: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  signatures: z
    .array(
      z.strictObject({
        language: z.string(),
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        reviewer: line,
        on: z.iso.date(),
      }),
    )
    .default([])
    .describe('Native readers who signed the sentences, by the digest of the template'),
  inputs: z
    .record(z.string(), z.strictObject({ label: texts, source: texts }))
    .default({})
    .describe('How the inputs are called to the person, and where each comes from'),
  showNames: z.boolean().default(false).describe('The person reads names of staff who looked'),
  publicBy: z
    .string()
    .max(100)
    .nullable()
    .default(null)
    .describe('An attribute by which public figures tell rates'),
  notices: z
    .strictObject({
      readWithin: z
        .strictObject({ email: awaited, webhook: awaited })
        .default({ email: week, webhook: week })
        .describe('How long opening is awaited; null: the letter counts as received as the law says'),
      printed: z
        .enum(['here', 'carrier'])
        .default('here')
        .describe('Who prints: the page of notices here, or the carrier'),
    })
    .default({ readWithin: { email: week, webhook: week }, printed: 'here' })
    .describe('How notices go'),
  second: z
    .enum(knownKinds)
    .default('date-of-birth')
    .describe('What a person is asked for beside the code of the letter'),
  minimumCell: z.number().int().min(3).max(1000).default(10),
  receivers: z
    .strictObject({
      effects: receiver.nullable().default(null).describe('The deciding system'),
      notices: receiver
        .nullable()
        .default(null)
        .describe('The carrier: takes notices by webhook, with the letter'),
      payments: receiver.nullable().default(null),
      deadlines: receiver.nullable().default(null).describe('Whoever is told of a clock that is over'),
    })
    .default({ effects: null, notices: null, payments: null, deadlines: null }),
});

/** All that a declaration has printed in letters. */
const printedOf = ({
  office,
  machine,
  ground,
  regulator,
  inputs,
}: ContestSettings): readonly (string | null)[] => [
  ...Object.values(office),
  machine?.name ?? null,
  ground,
  ...Object.values(regulator ?? {}),
  ...Object.values(inputs).flatMap(({ label, source }) => [
    ...Object.values(label),
    ...Object.values(source),
  ]),
];

/** A declaration as it comes in; one that was kept before is read as it is. */
export const declaredSchema = settingsSchema.refine((settings) =>
  printedOf(settings).every((text) => text === null || isPlain(text)),
);

/** What a system declares for its cases. */
export type ContestSettings = z.output<typeof settingsSchema>;
type Receivers = ContestSettings['receivers'];

const purpose = 'contest-receiver';

function withSecrets(
  { receivers, ...settings }: ContestSettings,
  change: (secret: string) => string,
): ContestSettings {
  const changed = Object.fromEntries(
    Object.entries(receivers).map(([name, one]) => [
      name,
      one === null ? null : { ...one, secret: change(one.secret) },
    ]),
  ) as Receivers;
  return { ...settings, receivers: changed };
}

const opened = (document: string, secret: Buffer): ContestSettings =>
  withSecrets(settingsSchema.parse(JSON.parse(document)), (sealed) => openText(secret, purpose, sealed));

/** The settings of every system that has some. */
export async function allSettings(
  state: Statements,
  secret: Buffer,
): Promise<ReadonlyMap<string, ContestSettings>> {
  const rows = await state.of(contestSettings).selectFrom('contest_settings').selectAll().execute();
  return new Map(rows.map(({ system, document }) => [system, opened(document, secret)]));
}

/**
 * The settings of a system.
 * @throws OmbudError `OMBUD_E_NO_CONTEST` where it has declared none
 */
export async function settingsOf(
  { state, place }: Pick<Services, 'state' | 'place'>,
  system: string,
): Promise<ContestSettings> {
  const row = await state
    .of(contestSettings)
    .selectFrom('contest_settings')
    .select('document')
    .where('system', '=', system)
    .executeTakeFirst();
  if (row === undefined) throw serverErrors.error('OMBUD_E_NO_CONTEST', 'not-declared', { system });
  return opened(row.document, place.secret);
}

const unsigned = (settings: ContestSettings): ContestSettings =>
  withSecrets(settings, () => 'whsec_not-told-again');

/** What is told of settings: where messages go, not what they are signed with, nor a token in an address. */
export function toldSettings(settings: ContestSettings): ContestSettings {
  const { receivers, ...rest } = unsigned(settings);
  const told = Object.fromEntries(
    Object.entries(receivers).map(([name, one]) => [
      name,
      one === null ? null : { ...one, url: toldAddress(one.url) },
    ]),
  ) as Receivers;
  return { ...rest, receivers: told };
}

/** Declares settings: what is recorded is their digest and who declared them. */
export async function settle(
  { services, who }: Call,
  system: string,
  settings: ContestSettings,
): Promise<number> {
  const plain = canonicalJson(unsigned(settings) as unknown as JsonObject);
  const digest = createHash('sha256').update(plain).digest('hex');
  const document = JSON.stringify(
    withSecrets(settings, (secret) => sealText(services.place.secret, purpose, secret)),
  );
  const act = { act: 'contest-declared', system, details: { digest } };
  return doAct(services, who, act, async (tx) => {
    const row = { document };
    await tx
      .of(contestSettings)
      .insertInto('contest_settings')
      .values({ system, ...row })
      .onConflict((c) => c.column('system').doUpdateSet(row))
      .execute();
  });
}
