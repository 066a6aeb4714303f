/** What a route answers with. */

/** One event of a stream: its name, and what JSON says of it. */
export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
  /** A reader that comes back names the last one that it had. */
  readonly id?: string;
}

interface ReplyHead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[];
}

/** An answer, before it is bytes. */
export type Reply = ReplyHead &
  (
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'text'; readonly type: string; readonly text: string | Uint8Array<ArrayBuffer> }
    | { readonly kind: 'page'; readonly html: string }
    | { readonly kind: 'lines'; readonly type: string; readonly lines: AsyncIterable<string> }
    | { readonly kind: 'events'; readonly events: AsyncIterable<ServerEvent> }
    | { readonly kind: 'none' }
  );

/** JSON. */
export const json = (value: unknown, head: ReplyHead = {}): Reply => ({ kind: 'json', value, ...head });

/** A text, or bytes, of a type. */
export const text = (
  type: string,
  content: string | Uint8Array<ArrayBuffer>,
  head: ReplyHead = {},
): Reply => ({
  kind: 'text',
  type,
  text: content,
  ...head,
});

/** A page. */
export const page = (html: unknown, head: ReplyHead = {}): Reply => ({
  kind: 'page',
  html: `<!doctype html>${html}`,
  ...head,
});

/** Goes on elsewhere, with GET: what follows a form. */
export const seeOther = (to: string, head: ReplyHead = {}): Reply => ({
  kind: 'none',
  status: 303,
  ...head,
  headers: { ...head.headers, location: to },
});

/** Server-sent events, until they end or the reader goes. */
export const events = (stream: AsyncIterable<ServerEvent>): Reply => ({ kind: 'events', events: stream });

/** Kept for good by whoever fetched it: what lies at the address never changes. */
export const forGood = { 'cache-control': 'public, max-age=31536000, immutable' } as const;
