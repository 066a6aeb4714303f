/** Logging in at an OpenID provider: which groups of it give which roles stands in the settings, and is read at each log-in. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { Settings } from '../place/settings.ts';
import type { Services } from '../services.ts';
import { changeAccount, grantsOf, makeAccount } from './accounts.ts';
import { mailboxOf } from './mailbox.ts';
import { type Grant, type Principal, roles } from './roles.ts';
import { openText, sealText } from './secrets.ts';
import { accessTables } from './tables.ts';

type Oidc = NonNullable<Settings['oidc']>;

const purpose = 'provider';
const lastsMs = 600_000;
const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});

/** Discovered once for each place. */
const discovered = new WeakMap<Settings, Promise<Configuration>>();

function oidcOf({ place: { settings } }: Services): Oidc {
  if (settings.oidc === undefined) throw serverErrors.error('OMBUD_E_NO_PROVIDER', 'none');
  return settings.oidc;
}

async function configuration(services: Services): Promise<Configuration> {
  const { settings } = services.place;
  const { issuer, clientId, clientSecret } = oidcOf(services);
  const plain = loopback.test(issuer) ? { execute: [allowInsecureRequests] } : {};
  const known =
    discovered.get(settings) ?? discovery(new URL(issuer), clientId, clientSecret, undefined, plain);
  discovered.set(settings, known);
  try {
    return await known;
  } catch (cause) {
    discovered.delete(settings);
    throw serverErrors.error('OMBUD_E_OIDC', 'provider', {}, { cause });
  }
}

const returnTo = ({ origin }: Call): string => `${origin}/login/provider/end`;

/** Where to send somebody, and what their browser must bring back. */
export async function beginAtProvider(call: Call): Promise<{ readonly url: string; readonly flow: string }> {
  const { services } = call;
  const config = await configuration(services);
  const flow = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    until: services.context.now() + lastsMs,
  };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnTo(call),
    scope: 'openid profile email groups',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, flow: sealText(services.place.secret, purpose, JSON.stringify(flow)) };
}

type Claims = Readonly<Record<string, unknown>>;

async function claimsOf(call: Call, query: string, sealed: string): Promise<Claims> {
  const { services } = call;
  const config = await configuration(services);
  try {
    const flow = flowSchema.parse(JSON.parse(openText(services.place.secret, purpose, sealed)));
    if (flow.until < services.context.now()) throw new Error('the flow is too old');
    const tokens = await authorizationCodeGrant(config, new URL(`${returnTo(call)}?${query}`), {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    return tokens.claims() ?? {};
  } catch (cause) {
    throw serverErrors.error('OMBUD_E_OIDC_REFUSED', 'refused', {}, { cause });
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The roles that the groups of somebody give. */
function grantsOfGroups({ grants, groupsClaim }: Oidc, claims: Claims): readonly Grant[] {
  const groups = claims[groupsClaim];
  if (!Array.isArray(groups)) return [];
  return grants.flatMap(({ group, role, system }) => {
    const known = roles.find((one) => one === role);
    return known !== undefined && groups.includes(group) ? [{ role: known, system: system ?? null }] : [];
  });
}

const provider: Principal = { kind: 'anonymous' };

const sameGrants = (a: readonly Grant[], b: readonly Grant[]): boolean => {
  const texts = (grants: readonly Grant[]) =>
    grants
      .map(({ role, system }) => `${role} ${system ?? ''}`)
      .sort()
      .join('\n');
  return texts(a) === texts(b);
};

/** Where mail of somebody goes may change; whose account it is hangs on where it goes now. */
async function noteMailbox(
  { state }: Services,
  known: { readonly id: string; readonly mailbox: string | null },
  mail: string | null,
): Promise<void> {
  const mailbox = mail === null ? null : mailboxOf(mail);
  if (mailbox === null || mailbox === known.mailbox) return;
  await state.change((tx) =>
    tx.of(accessTables).updateTable('accounts').set({ mailbox }).where('id', '=', known.id).execute(),
  );
}

/**
 * Takes back whom the provider vouches for; their account is made at the first log-in, and has the roles of their groups.
 * @param query what the provider sent along
 * @returns the account
 * @throws OmbudError `OMBUD_E_OIDC` where the provider does not vouch, or no group of theirs has a role
 */
export async function endAtProvider(call: Call, query: string, sealed: string): Promise<string> {
  const { services } = call;
  const oidc = oidcOf(services);
  const claims = await claimsOf(call, query, sealed);
  const subject = textOf(claims['sub']);
  const grants = grantsOfGroups(oidc, claims);
  if (subject === null || grants.length === 0) throw serverErrors.error('OMBUD_E_OIDC_REFUSED', 'refused');
  const external = `${oidc.issuer} ${subject}`;
  const known = await services.state
    .of(accessTables)
    .selectFrom('accounts')
    .select(['id', 'disabled', 'mailbox'])
    .where('external', '=', external)
    .executeTakeFirst();
  const mail = textOf(claims['email']);
  if (known === undefined) {
    // A name at the provider could be that of somebody here: the issuer tells them apart.
    const name = `${mail ?? subject} (${new URL(oidc.issuer).host})`;
    return makeAccount(services, provider, { name, password: null, external, grants, mail: mail ?? '' });
  }
  if (known.disabled === 1) throw serverErrors.error('OMBUD_E_OIDC_REFUSED', 'refused');
  await noteMailbox(services, known, mail);
  if (!sameGrants(await grantsOf(services.state, known.id), grants))
    await changeAccount(services, provider, known.id, { grants, disabled: false });
  return known.id;
}
