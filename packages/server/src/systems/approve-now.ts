/** A version is approved in one way, whether a program asks for it or somebody on a page. */
import { approveVersion, type Doing, findVersion, type SystemVersion } from '@ombud/app';
import { onePerson, requireOthers } from '../access/one-person.ts';
import type { Call } from '../http/call.ts';

/**
 * Approves a version, as somebody else than who declared it.
 * @throws OmbudError as `approveVersion`; `OMBUD_E_ONE_PERSON` for another account of whoever declared it
 */
export async function approveNow(
  { services: { state, context } }: Call,
  system: string,
  version: number,
  doing: Doing,
): Promise<SystemVersion> {
  const { declaredBy } = await findVersion(state, system, version);
  const how = await onePerson(state, doing.by, declaredBy, context.now());
  // Who declared it themselves, by a key or not, hears that from the use case.
  if (how === 'mailbox' || how === 'made') await requireOthers(state, doing.by, [declaredBy], context.now());
  return approveVersion(state, system, version, doing);
}
