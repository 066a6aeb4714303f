/**
 * `fetch` for addresses that others declared. The name is resolved once, every address is checked, and the connection goes to
 * the address that was checked: what the name says a moment later (DNS rebinding) is never asked. Redirects are not followed.
 */
import { lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { AddressRefused } from '@ombud/app';
import { addressRule } from './addresses.ts';

/** More of an answer is not read. */
const longestAnswer = 10_000;

/** Resolves a name to addresses that may be spoken to; a name that has any other is refused whole. */
const checkedLookup =
  (isAllowed: (address: string) => boolean, resolve: typeof lookup): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '');
      const refused = addresses.find(({ address }) => !isAllowed(address));
      const [first] = addresses;
      if (refused !== undefined || first === undefined) return done(new AddressRefused(hostname), '');
      if (options.all === true) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };

/**
 * A fetch that speaks to the outside alone.
 * @param exceptions addresses and ranges inside that are declared
 * @param resolve how names become addresses
 * @example await guardedFetch(['10.1.0.0/16'])('https://hooks.example.org/', { method: 'POST', body });
 */
export function guardedFetch(
  exceptions: readonly string[],
  resolve: typeof lookup = lookup,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const isAllowed = addressRule(exceptions);
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // An address is not looked up, so it is checked here.
    if (isIP(host) !== 0 && !isAllowed(host)) throw new AddressRefused(host);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((fulfil, reject) => {
      const asked = request(url, {
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        lookup: checkedLookup(isAllowed, resolve),
        agent: false,
        ...(init.signal ? { signal: init.signal } : {}),
      });
      asked.on('error', reject);
      asked.on('response', async (response) => {
        try {
          const status = response.statusCode ?? 0;
          let text = '';
          for await (const chunk of response.setEncoding('utf8')) {
            text += String(chunk);
            if (text.length > longestAnswer) break;
          }
          fulfil(new Response(bodiless.has(status) ? null : text, { status }));
        } catch (error) {
          reject(error);
        }
      });
      asked.end(typeof init.body === 'string' ? init.body : undefined);
    });
  };
}

/** Statuses whose answers have no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);
