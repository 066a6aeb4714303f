/** To whom a notice goes: as the operator sends it, and what is left out as the vault has it. */
import type { KnownKind } from '@ombud/contest';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import { recordLook } from '../access/looks.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { asOmbudError } from '../http/problem.ts';
import { findPerson, type VaultPerson } from '../vault/vault.ts';
import type { AskedToTell, ToTell } from './notice-facts.ts';
import { decisionPayload } from './read-decision.ts';

const languages = ['en', 'es', 'fr', 'ar'] as const;
/** Lines of an address, with the name. */
const mostLines = 6;

const linesOf = ({ name, addresses: [first = ''] }: VaultPerson): string[] =>
  [name, ...first.split(/\r?\n/)].filter((line) => line.trim() !== '').slice(0, mostLines);

/** How the person can be reached, the way that they prefer first; by post where there is an address. */
function waysOf({ ways, addresses }: VaultPerson): ToTell['ways'] {
  const wires = ways.flatMap(({ kind }) => (kind === 'phone' ? [] : [kind]));
  return [
    ...new Set([...wires, ...(addresses.length > 0 || wires.length === 0 ? (['print'] as const) : [])]),
  ];
}

/** Somebody of whom something was left out. */
interface ToFind {
  readonly asked: AskedToTell;
  readonly subject: string;
}

async function found({ services }: Call, kind: KnownKind, { asked, subject }: ToFind): Promise<ToTell> {
  const person = await findPerson(services, subject);
  const second = asked.second ?? person?.known[kind] ?? person?.second;
  // Without somebody to write to, and something that they know, nobody could enter their case.
  if (person === null || second === undefined)
    throw serverErrors.error('OMBUD_E_NO_DECISION', 'nobody', { subject });
  return {
    ...asked,
    second,
    recipient: asked.recipient ?? linesOf(person),
    language: asked.language ?? languages.find((tag) => tag === person.language.split('-')[0]) ?? 'en',
    ways: asked.ways ?? waysOf(person),
  };
}

/** What the operator sent whole; who is written to at an address, and no way is named, gets a letter. */
function whole(asked: AskedToTell): ToTell | null {
  const { recipient, language, second, ways = ['print'] } = asked;
  return recipient === undefined || language === undefined || second === undefined
    ? null
    : { ...asked, recipient, language, second, ways };
}

/**
 * Fills in from the vault what the operator left out. That the vault was read is a look at each of these people, recorded
 * before anything is taken from it.
 *
 * @param kind what the system asks a person for beside the code
 * @returns for each the whole, or why nobody can be told
 */
export async function addressAll(
  call: Call,
  system: string,
  kind: KnownKind,
  asked: readonly AskedToTell[],
): Promise<readonly (ToTell | OmbudError)[]> {
  const known = await Promise.all(
    asked.map(
      (one): ToTell | Promise<ToFind | OmbudError> =>
        whole(one) ??
        decisionPayload(call.services, system, one.decision).then(
          ({ subject }) => ({ asked: one, subject }),
          (error: unknown) => asOmbudError(error),
        ),
    ),
  );
  await recordLook(call.services, call.who, {
    system,
    about: known.flatMap((one) => ('subject' in one ? [one.asked.decision] : [])),
    parts: ['name', 'language', 'addresses', 'ways'],
    why: 'notice',
  });
  return Promise.all(
    known.map((one) =>
      'subject' in one
        ? found(call, kind, one).catch((error: unknown) => {
            if (isOmbudError(error)) return asOmbudError(error);
            throw error;
          })
        : one,
    ),
  );
}
