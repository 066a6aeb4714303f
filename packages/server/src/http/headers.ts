/** What every answer says to a browser: nothing from elsewhere runs, nothing is framed, nothing is guessed. */
import { createHash } from 'node:crypto';

const digestOf = (inline: string): string =>
  `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;

const matches = (html: string, pattern: RegExp): string[] => [
  ...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? '')),
];

/**
 * The content security policy of a page: its styles are named by their digests, scripts lie under `/assets`, and nothing
 * inline runs beside them.
 */
export function pagePolicy(html: string): string {
  const styles = matches(html, /<style>([\s\S]*?)<\/style>/g).map(digestOf);
  const attributes = matches(html, /<[a-z][^<>]*? style="([^"]*)"/g).map(digestOf);
  return [
    "default-src 'none'",
    ["style-src 'self'", ...styles].join(' '),
    ...(attributes.length === 0 ? [] : [["style-src-attr 'unsafe-hashes'", ...attributes].join(' ')]),
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

const plain: Readonly<Record<string, string>> = {
  'content-security-policy': closedPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // With `no-referrer` a browser sends the forms of our own pages with the origin `null`.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};
const secure = { ...plain, 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** The headers of every answer; a reply may replace the policy by its own. */
export const securityHeaders = (isSecure: boolean): Readonly<Record<string, string>> =>
  isSecure ? secure : plain;
