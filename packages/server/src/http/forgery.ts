/** Whether a request is what it seems: the host it names, the page it comes from, the token of its form. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { parse } from 'hono/utils/cookie';
import type { Principal } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { cookieText, formCookie, sessionCookie } from './cookies.ts';
import { type HeaderOf, headerOf, incomingOf } from './request-headers.ts';
import type { Route } from './route.ts';

/** What the transport says of a request. */
export interface Asked {
  readonly host: string;
  readonly origin: string;
  readonly isSecure: boolean;
  readonly address: string;
  readonly cookie: (name: string) => string | undefined;
  readonly header: HeaderOf;
  /** Ties the forms of a page to this browser; made when it is first asked for, which no program does. */
  readonly formToken: string;
  /** What the browser must keep so that the token stays its own: nothing where nobody asked for it. */
  readonly newCookies: readonly string[];
}

const lastOf = (list: string | undefined): string | undefined => list?.split(',').at(-1)?.trim();

/** What a request says of itself; what a proxy says is believed only where one is declared. */
export function askedOf(context: HonoContext, { place }: Services): Asked {
  const { settings } = place;
  const header = headerOf(context);
  const proxied = settings.trustedProxy === true;
  const isSecure = settings.tls !== undefined || (proxied && lastOf(header('x-forwarded-proto')) === 'https');
  const host = (proxied ? lastOf(header('x-forwarded-host')) : undefined) ?? header('host') ?? '';
  const { remoteAddress } = incomingOf(context)?.socket ?? {};
  const address = (proxied ? lastOf(header('x-forwarded-for')) : undefined) ?? remoteAddress ?? '';
  const sent = header('cookie');
  const cookie = (name: string) => (sent === undefined ? undefined : parse(sent, name)[name]);
  let form: Form | null = null;
  return {
    host,
    origin: settings.publicUrl ?? `${isSecure ? 'https' : 'http'}://${host}`,
    isSecure,
    address,
    cookie,
    header,
    get formToken() {
      form ??= formOf(place.secret, cookie, isSecure);
      return form.token;
    },
    get newCookies() {
      return form?.newCookies ?? [];
    },
  };
}

interface Form {
  readonly token: string;
  readonly newCookies: readonly string[];
}

function formOf(secret: Buffer, cookie: Asked['cookie'], isSecure: boolean): Form {
  const session = cookie(sessionCookie(isSecure)) ?? cookie(formCookie(isSecure));
  const seed = session ?? randomBytes(24).toString('base64url');
  return {
    token: tokenOf(secret, seed),
    newCookies: session === undefined ? [cookieText(formCookie(isSecure), seed, { isSecure })] : [],
  };
}

const tokenOf = (secret: Buffer, seed: string): string =>
  createHmac('sha256', secret).update('form\n').update(seed).digest('base64url');

const loopbackHosts = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * A page elsewhere whose name was bent to our address names its own host: it is refused.
 * @throws OmbudError `OMBUD_E_HTTP_FORGED`
 */
export function requireHost({ host }: Asked, { place: { settings } }: Services): void {
  const known = settings.publicUrl === undefined ? [] : [new URL(settings.publicUrl).host];
  if (known.includes(host) || (settings.hosts ?? []).includes(host) || loopbackHosts.test(host)) return;
  throw serverErrors.error('OMBUD_E_HTTP_FORGED', 'host', { host });
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * What a browser sends along by itself (a session) moves nothing unless the page was ours: its origin, where it is told,
 * and a token that no other page can know.
 * @throws OmbudError `OMBUD_E_HTTP_FORGED`
 */
export function requireOwnForm(
  asked: Asked,
  route: Route,
  who: Principal,
  token: string | null,
  { place: { settings } }: Services,
): void {
  if (safeMethods.has(route.method)) return;
  const origin = asked.header('origin');
  const site = asked.header('sec-fetch-site');
  const own = [
    asked.origin,
    `${asked.isSecure ? 'https' : 'http'}://${asked.host}`,
    ...(settings.hosts ?? []),
  ];
  if (origin !== undefined && who.kind !== 'key' && !own.includes(origin))
    throw serverErrors.error('OMBUD_E_HTTP_FORGED', 'origin');
  if (site !== undefined && who.kind !== 'key' && site !== 'same-origin' && site !== 'none')
    throw serverErrors.error('OMBUD_E_HTTP_FORGED', 'origin');
  const isForm = route.takes === 'form' || route.takes === 'multipart';
  if (!isForm && who.kind !== 'account') return;
  const given = Buffer.from(token ?? asked.header('x-form-token') ?? '');
  const wanted = Buffer.from(asked.formToken);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw serverErrors.error('OMBUD_E_HTTP_FORGED', 'token');
}
