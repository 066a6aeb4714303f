/** The vault: name, addresses and second factor of a person, apart from the ledger and sealed. */
import { createHmac } from 'node:crypto';
import { erase, forgetCases, forgetCasesAbout, type Statements } from '@ombud/app';
import { knownKinds } from '@ombud/contest';
import { type IndexRange, isOmbudError } from '@ombud/kernel';
import type { Erased } from '@ombud/ledger';
import { z } from 'zod';
import { forgetLooks } from '../access/looks.ts';
import { openText, sealText } from '../access/secrets.ts';
import { endVisitsTo } from '../portal/visits.ts';
import type { Services } from '../services.ts';
import { vaultTables } from './tables.ts';

/** What the vault knows of a person. */
export const personSchema = z.strictObject({
  name: z.string().min(1).max(500).describe('As letters address them'),
  language: z.string().min(2).max(35).describe('In which they are written to, such as es'),
  addresses: z
    .array(z.string().min(1).max(1000))
    .max(10)
    .default([])
    .describe('By post, the one in use first'),
  ways: z
    .array(z.strictObject({ kind: z.enum(['email', 'phone', 'webhook']), to: z.string().min(1).max(500) }))
    .max(10)
    .default([])
    .describe('Other ways to reach them, the preferred one first'),
  second: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('What the person knows beside the code of a notice, whatever the system asks for'),
  known: z
    .partialRecord(z.enum(knownKinds), z.string().min(1).max(200))
    .default({})
    .describe('The same by what it is: a system asks for one of them'),
});

/** A person of the vault. */
export type VaultPerson = z.output<typeof personSchema>;

type Secret = Services['place']['secret'];

const idOf = (secret: Secret, subject: string): string =>
  createHmac('sha256', secret).update('vault\n').update(subject).digest('base64url');

/** The text is sealed to its row: moved to another one, it does not open. */
const purposeOf = (id: string): string => `vault ${id}`;

/** Keeps what is known of a person, in place of what was known before. */
export async function keepPerson(services: Services, subject: string, person: VaultPerson): Promise<void> {
  const id = idOf(services.place.secret, subject);
  const row = {
    sealed: sealText(services.place.secret, purposeOf(id), JSON.stringify(person)),
    changed: new Date(services.context.now()).toISOString(),
  };
  await services.state.change((tx) =>
    tx
      .of(vaultTables)
      .insertInto('vault_people')
      .values({ id, ...row })
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute(),
  );
}

/** What is known of a person; null where nothing is. Record the look before anything of it is shown. */
export async function findPerson(services: Services, subject: string): Promise<VaultPerson | null> {
  const id = idOf(services.place.secret, subject);
  const row = await services.state
    .of(vaultTables)
    .selectFrom('vault_people')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return personSchema.parse(JSON.parse(openText(services.place.secret, purposeOf(id), row.sealed)));
}

/** Forgets people: who they are, and what is held about their cases. @returns whether the vault knew any of them */
async function forgetPeople(tx: Statements, secret: Secret, subjects: readonly string[]): Promise<boolean> {
  await forgetCases(tx, subjects);
  const ids = subjects.map((subject) => idOf(secret, subject));
  const { numDeletedRows } = await tx
    .of(vaultTables)
    .deleteFrom('vault_people')
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/**
 * Forgets in the transaction of an erasure whatever the tables of the server hold: of the people who are named, and about the
 * entries that are erased.
 * @param secret of the place, under which the vault files people
 */
export async function forgetErased(
  tx: Statements,
  secret: Secret,
  subjects: readonly string[],
  erased: readonly IndexRange[],
): Promise<void> {
  if (subjects.length > 0) await forgetPeople(tx, secret, subjects);
  await forgetLooks(tx, erased);
  await endVisitsTo(tx, await forgetCasesAbout(tx, erased));
}

const erasing = new WeakMap<Services['state'], Promise<unknown>>();

/** One erasure at a time: what one has erased the next does not find, and does not record a second time. */
function erasingInTurn<T>({ state }: Services, work: () => Promise<T>): Promise<T> {
  const result = (erasing.get(state) ?? Promise.resolve()).then(work, work);
  erasing.set(state, result);
  return result;
}

/**
 * Erases people from the ledger, the vault, their cases and the reasons of looks, in one transaction.
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about any of them, here or there
 */
export const erasePeople = (
  services: Services,
  subjects: readonly string[],
  request?: string,
): Promise<Erased> => erasingInTurn(services, () => eraseNow(services, subjects, request));

async function eraseNow(
  services: Services,
  subjects: readonly string[],
  request: string | undefined,
): Promise<Erased> {
  const { state, place, context } = services;
  const asked = { location: place.location, subjects, ...(request === undefined ? {} : { request }) };
  const within = state.within((tx, erased: readonly IndexRange[]) =>
    forgetErased(tx, place.secret, subjects, erased),
  );
  try {
    return await erase({ ...asked, within }, context);
  } catch (error) {
    if (!isOmbudError(error) || error.code !== 'OMBUD_E_LEDGER_NOBODY') throw error;
    // Somebody about whom nothing was decided yet has no entry that could say so.
    if (await state.change((tx) => forgetPeople(tx, place.secret, subjects)))
      return { entries: 0, recordedAt: [], request: request ?? '', evidence: [] };
    throw error;
  }
}

/** Erases everybody's data that is older than so many days, in the ledger and beside it; the vault keeps who is written to. */
export const eraseOld = (services: Services, olderThanDays: number, request?: string): Promise<Erased> => {
  const { state, place, context } = services;
  const within = state.within((tx, erased: readonly IndexRange[]) =>
    forgetErased(tx, place.secret, [], erased),
  );
  const asked = { location: place.location, olderThanDays, within };
  return erasingInTurn(services, () => erase(request === undefined ? asked : { ...asked, request }, context));
};
