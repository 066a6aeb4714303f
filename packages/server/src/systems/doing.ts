import type { Doing } from '@ombud/app';
import { peopleOf } from '../access/one-person.ts';
import { actorOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';

/** Who declares, approves or retires a version, and when: as a program asks for it, or somebody on a page. */
export const doingOf = ({ who, services, idempotencyKey }: Call): Doing => ({
  ...peopleOf(services),
  by: actorOf(who),
  now: services.context.now,
  ...(idempotencyKey === null ? {} : { key: idempotencyKey }),
});
