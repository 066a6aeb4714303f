/** What changes how somebody gets in asks for the password: an open browser is not the person. */
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { takeTry } from './log-in.ts';
import type { AccountPrincipal } from './roles.ts';
import { isPassword } from './secrets.ts';
import { accessTables } from './tables.ts';

/**
 * Asks for the password of an account; one that another house logs in has none, and is not asked.
 * @throws OmbudError `OMBUD_E_WHO` `password-again` where it is wrong; `OMBUD_E_HTTP_LIMIT` after too many tries
 */
export async function askPassword(
  { services, address }: Call,
  { id, name }: AccountPrincipal,
  given: string,
): Promise<void> {
  await takeTry(name, address);
  const { password } = await services.state
    .of(accessTables)
    .selectFrom('accounts')
    .select('password')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (password !== null && !(await isPassword(given, password)))
    throw serverErrors.error('OMBUD_E_WHO', 'password-again');
}
