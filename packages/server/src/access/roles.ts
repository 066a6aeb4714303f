/** The roles, and who asks. What a role may is said by the routes alone. */
import { serverErrors } from '../errors.ts';

/** The roles that there are. */
export const roles = [
  'administrator',
  'operator',
  'recorder',
  'auditor',
  'reviewer',
  'clerk',
  'viewer',
] as const;

/** What somebody is here for. */
export type Role = (typeof roles)[number];

/** A role, for one system or for all. */
export interface Grant {
  readonly role: Role;
  /** Null: for every system. */
  readonly system: string | null;
}

/** Who asks. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly name: string;
      readonly grants: readonly Grant[];
      /** Digest of the session's token. */
      readonly session: string;
    }
  | { readonly kind: 'key'; readonly id: string; readonly name: string; readonly grants: readonly Grant[] };

/** A person who is logged in. */
export type AccountPrincipal = Extract<Principal, { kind: 'account' }>;

/** Somebody who is known. */
export type Known = Exclude<Principal, { kind: 'anonymous' }>;

/** Whoever is known. @throws OmbudError `OMBUD_E_WHO` for nobody */
export function knownOf(who: Principal): Known {
  if (who.kind === 'anonymous') throw serverErrors.error('OMBUD_E_WHO', 'log-in');
  return who;
}

/** The identifier under which acts are recorded. */
export const actorOf = (who: Principal): string =>
  who.kind === 'anonymous' ? 'anonymous' : `${who.kind}:${who.id}`;

/** The grants of a role, for a system where one is meant. */
export const grantsFor = (who: Known, allowed: readonly Role[], system: string | null): readonly Grant[] =>
  who.grants.filter(
    (grant) =>
      allowed.includes(grant.role) && (system === null || grant.system === null || grant.system === system),
  );

/** Whether somebody has one of these roles for a system; for a null system, for any. */
export const mayFor = (who: Principal, allowed: readonly Role[], system: string | null): boolean =>
  who.kind !== 'anonymous' && grantsFor(who, allowed, system).length > 0;
