/** The witness as an HTTP server: one path, small bodies. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { VerifierKey } from '@ombud/tlog';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answer } from './add-checkpoint.ts';
import type { WitnessState } from './state.ts';

const maxBodyBytes = 64 * 1024;

/** What a witness needs. */
export interface WitnessOptions {
  readonly state: WitnessState;
  /** Verifier keys of the logs that are witnessed. */
  readonly logs: readonly VerifierKey[];
  /** The clock, in seconds since 1970; the machine's where left out. */
  readonly now?: () => number;
}

/** The witness as an application, for whatever serves it. */
export function witnessApp({ state, logs, now = seconds }: WitnessOptions): Hono {
  const app = new Hono();
  const limit = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (context) => context.text('The request is too large.\n', 413),
  });
  app.post('/add-checkpoint', limit, async (context) => {
    const { status, type, body } = answer(await context.req.text(), state, logs, now);
    return context.body(body, status, { 'content-type': type });
  });
  app.notFound((context) => context.text('There is only POST /add-checkpoint here.\n', 404));
  app.onError((_, context) =>
    context.text('The witness could not store what it saw; nothing was cosigned.\n', 500),
  );
  return app;
}

/**
 * The server, not yet listening.
 *
 * @example witnessServer({ state: await openWitness(folder, 'witness.example.org'), logs }).listen(8462, '127.0.0.1');
 */
export function witnessServer(options: WitnessOptions): Server {
  const app = witnessApp(options);
  let listening: Promise<RequestListener> | null = null;
  return createServer(async (request, answered) => {
    listening ??= listenerOf(app);
    (await listening)(request, answered);
  });
}

/** Loaded with the first request: the adaptor takes as long to load, and as much memory, as a third of the ledger. */
async function listenerOf(app: Hono): Promise<RequestListener> {
  const { getRequestListener } = await import('@hono/node-server');
  return getRequestListener(app.fetch);
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
