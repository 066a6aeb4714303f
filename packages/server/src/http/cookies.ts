/** Our cookies: never read by scripts, never sent from elsewhere, bound to this host where there is TLS. */

/** Of a session. */
export const sessionCookie = (isSecure: boolean): string =>
  isSecure ? '__Host-ombud-session' : 'ombud-session';

/** Of a browser that is not logged in, so that its forms have a token too. */
export const formCookie = (isSecure: boolean): string => (isSecure ? '__Host-ombud-form' : 'ombud-form');

/** Of a log-in at a provider that is under way. */
export const flowCookie = (isSecure: boolean): string => (isSecure ? '__Host-ombud-flow' : 'ombud-flow');

/** The text of a `Set-Cookie`. */
export const cookieText = (
  name: string,
  value: string,
  {
    isSecure,
    maxAge,
    sameSite = 'Strict',
  }: { readonly isSecure: boolean; readonly maxAge?: number; readonly sameSite?: 'Strict' | 'Lax' },
): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(isSecure ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ');
