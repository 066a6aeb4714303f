/** Who may use a route: the roles that the route names, and what must hold besides. */
import { type Grant, grantsFor, type Principal } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from './call.ts';
import type { Input, Predicate, Route } from './route.ts';

/** The system that a path names. */
const systemOf = (params: unknown): string | null =>
  typeof params === 'object' && params !== null && 'system' in params && typeof params.system === 'string'
    ? params.system
    : null;

/**
 * Refuses whoever may not, before anything of the request is looked at but its path.
 * @throws OmbudError `OMBUD_E_WHO` where nobody is known, `OMBUD_E_FORBIDDEN` where somebody may not
 */
export function requireRole(route: Route, params: unknown, who: Principal): void {
  const { who: allowed } = route;
  if ('public' in allowed) return;
  if (who.kind === 'anonymous') throw serverErrors.error('OMBUD_E_WHO', 'log-in');
  const grants = grantsFor(who, allowed.roles, null);
  if (grants.length === 0)
    throw serverErrors.error('OMBUD_E_FORBIDDEN', 'role', { allowed: [...allowed.roles] });
  if (allowed.scope === 'any') return;
  const system = (allowed.where ?? []).includes('same-system') ? systemOf(params) : null;
  if (grants.some((grant) => covers(grant, system))) return;
  throw serverErrors.error('OMBUD_E_FORBIDDEN', system === null ? 'all-systems' : 'other-system', {
    system: system ?? '',
  });
}

const covers = (grant: Grant, system: string | null): boolean =>
  grant.system === null || grant.system === system;

const needsRelation = (predicate: Predicate): boolean => predicate !== 'same-system';

/**
 * Refuses whoever stands wrongly to what the path names: a reviewer who is not assigned, or who decided it.
 * @throws OmbudError `OMBUD_E_FORBIDDEN`
 */
export async function requireRelation(
  route: Route,
  input: Input<unknown, unknown, unknown>,
  call: Call,
): Promise<void> {
  if ('public' in route.who) return;
  const asked = (route.who.where ?? []).filter(needsRelation);
  if (asked.length === 0) return;
  const relation = route.relation === null ? {} : await route.relation(input, call);
  if (asked.includes('assigned') && relation.assigned !== true)
    throw serverErrors.error('OMBUD_E_FORBIDDEN', 'not-assigned');
  if (asked.includes('not-decider') && relation.decider !== false)
    throw serverErrors.error('OMBUD_E_FORBIDDEN', 'decider');
}
