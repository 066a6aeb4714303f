/** The vault by the API. A pseudonym stands in no address: addresses are kept in logs on the way. */
import { findSubjects, parseEntry } from '@ombud/ledger';
import { isPlain } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { findPerson, keepPerson, personSchema, type VaultPerson } from './vault.ts';

const subject = z.string().min(1).max(1000).describe('The person, as a pseudonym');

const parts = ['name', 'language', 'addresses', 'ways'] as const;

/** The look stands with each decision about the person, where they read who looked. */
async function recordLooks(call: Call, person: string, why: string): Promise<void> {
  const { writer, ledger } = call.services;
  const bySystem = new Map<string, number[]>();
  for (const index of await findSubjects(writer, [person])) {
    const entry = parseEntry(await ledger.store.readEntry(index));
    if (entry?.kind === 'decision')
      bySystem.set(entry.system, [...(bySystem.get(entry.system) ?? []), index]);
  }
  if (bySystem.size === 0) throw serverErrors.error('OMBUD_E_NO_DECISION', 'nobody', { subject: person });
  for (const [system, about] of bySystem)
    await recordLook(call.services, call.who, { system, about, parts: [...parts], why });
}

/** Whether name and addresses can be printed on a letter as they look. */
const isPrintable = ({ name, addresses }: VaultPerson): boolean =>
  [name, ...addresses.flatMap((one) => one.split(/\r?\n/).filter((line) => line.trim() !== ''))].every(
    isPlain,
  );

/** The routes of the vault. */
export const vaultRoutes: readonly Route[] = [
  route({
    id: 'vault-keep',
    method: 'PUT',
    path: '/api/v1/vault/people',
    who: { roles: ['clerk', 'recorder'] },
    body: z.strictObject({ subject, person: personSchema.refine(isPrintable) }),
    gives: { kind: 'json', schema: z.object({ kept: z.literal(true) }) },
    handle: async ({ body }, { services }) => {
      await keepPerson(services, body.subject, body.person);
      return json({ kept: true });
    },
  }),
  route({
    id: 'vault-look',
    method: 'POST',
    path: '/api/v1/vault/look',
    who: { roles: ['clerk'] },
    body: z.strictObject({
      subject,
      why: z.string().min(3).max(500).describe('Why: the person can read it'),
    }),
    gives: { kind: 'json', schema: personSchema.omit({ second: true, known: true }) },
    handle: async ({ body }, call) => {
      await recordLooks(call, body.subject, body.why);
      const person = await findPerson(call.services, body.subject);
      if (person === null)
        throw serverErrors.error('OMBUD_E_NO_DECISION', 'nobody', { subject: body.subject });
      // What the person proves themselves with is compared, and shown to nobody.
      const { second: _, known: __, ...shown } = person;
      return json(shown);
    },
  }),
];
