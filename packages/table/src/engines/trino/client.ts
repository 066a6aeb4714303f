/**
 * The statement protocol of Trino: POST a statement, then GET where it says until it says nothing more. The client that
 * there is on npm takes an error in the body of an answer for an empty answer.
 */
import { type Reply, send } from './send.ts';

/** What the server, or somebody on the way, said instead of an answer. */
export class TrinoError extends Error {
  readonly kind: 'query' | 'refused' | 'not-trino' | 'unreachable' | 'lost';
  /** Trino's name of an error, or an HTTP status. */
  readonly state: string;

  constructor(
    kind: TrinoError['kind'],
    state: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.kind = kind;
    this.state = state;
  }
}

export interface TrinoServer {
  /** Nothing is ever sent elsewhere: what the server calls the next page could be anybody's. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A column of an answer, and Trino's own name of its type. */
export interface TrinoColumn {
  readonly name: string;
  readonly type: string;
}

export interface TrinoAnswer {
  readonly columns: readonly TrinoColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Page {
  readonly nextUri?: string;
  readonly columns?: readonly TrinoColumn[];
  readonly data?: readonly (readonly unknown[])[];
  readonly error?: { readonly errorName: string; readonly message: string };
  readonly stats: { readonly state: string; readonly progressPercentage?: number };
}

/** What the protocol asks to be tried again. */
const busy = new Set([429, 502, 503, 504]);
const mostTries = 6;
const firstWaitMs = 100;

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'stats' in value && typeof value.stats === 'object';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pageOf({ status, text }: Reply): Page {
  if (status === 401 || status === 403) throw new TrinoError('refused', String(status), 'not let in');
  const page = status >= 200 && status < 300 ? parsed(text) : null;
  if (isPage(page)) return page;
  throw new TrinoError(busy.has(status) ? 'lost' : 'not-trino', String(status), 'no page of an answer');
}

async function fetchPage(
  { origin, headers }: TrinoServer,
  address: string,
  body: string | null,
): Promise<Page> {
  if (new URL(address).origin !== origin)
    throw new TrinoError(
      'not-trino',
      'elsewhere',
      `the next page is said to be at ${new URL(address).origin}`,
    );
  for (let tries = 1; ; tries += 1) {
    const reply = await send(address, headers, body).catch((cause: unknown) => {
      throw new TrinoError(body === null ? 'lost' : 'unreachable', '', 'no answer', { cause });
    });
    if (!busy.has(reply.status) || tries === mostTries) return pageOf(reply);
    await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** tries));
  }
}

/**
 * The pages of an answer, one after the other.
 * @throws TrinoError where they have no end
 */
async function* pagesOf(server: TrinoServer, statement: string): AsyncGenerator<Page> {
  let page = await fetchPage(server, `${server.origin}/v1/statement`, statement);
  for (;;) {
    if (page.error) throw new TrinoError('query', page.error.errorName, page.error.message);
    yield page;
    if (page.nextUri === undefined) break;
    page = await fetchPage(server, page.nextUri, null);
  }
  if (page.stats.state !== 'FINISHED')
    throw new TrinoError('lost', page.stats.state, 'the answer has no end');
}

/**
 * The whole answer to a statement.
 * @throws TrinoError where there is no whole answer: a part of one is never given
 */
export async function askTrino(
  server: TrinoServer,
  statement: string,
  progress: (percent: number) => void,
): Promise<TrinoAnswer> {
  const rows: (readonly unknown[])[] = [];
  let columns: readonly TrinoColumn[] = [];
  for await (const page of pagesOf(server, statement)) {
    columns = page.columns ?? columns;
    for (const row of page.data ?? []) rows.push(row);
    progress(page.stats.progressPercentage ?? -1);
  }
  return { columns, rows };
}

async function readToTheEnd(pages: AsyncGenerator<Page>): Promise<void> {
  for await (const _ of pages);
}

/**
 * The columns of an answer, as soon as the server has planned it, which is half of the time to its end. The rest is read
 * beside whatever is asked next, so that the server is not left with an answer that nobody takes.
 * @throws TrinoError
 */
export async function plannedColumns(
  server: TrinoServer,
  statement: string,
): Promise<readonly TrinoColumn[]> {
  const pages = pagesOf(server, statement);
  for (;;) {
    const { done, value } = await pages.next();
    if (done) return [];
    if (value.columns === undefined) continue;
    // Nothing of it is used: what happens to it is told by the next question, which goes to the same server.
    readToTheEnd(pages).catch(() => {});
    return value.columns;
  }
}
