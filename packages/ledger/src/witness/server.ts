/** The witness as an HTTP server: one path, small bodies. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { VerifierKey } from '@ombud/tlog';
import { answer } from './answer.ts';
import type { WitnessState } from './state.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** What a witness needs to serve: what it has seen, and the logs that it witnesses. */
export interface WitnessOptions {
  readonly state: WitnessState;
  /** Verifier keys of the logs that are witnessed. */
  readonly logs: readonly VerifierKey[];
  /** The clock, in seconds since 1970; for tests. */
  readonly now?: () => number;
}

/**
 * The server, not yet listening.
 *
 * @example witnessServer({ state: openWitness(folder, 'witness.example.org'), logs }).listen(8462, '127.0.0.1');
 */
export function witnessServer({ state, logs, now = seconds }: WitnessOptions): Server {
  return createServer(async (request, response) => {
    try {
      if (!isAddCheckpoint(request)) return end(response, 404, 'There is only POST /add-checkpoint here.\n');
      const body = await readBody(request);
      if (body === null) return end(response, 413, 'The request is too large.\n');
      const { status, type, body: said } = answer(body, state, logs, now);
      end(response, status, said, type);
    } catch {
      end(response, 500, 'The witness could not store what it saw; nothing was cosigned.\n');
    }
  });
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function isAddCheckpoint({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && url === '/add-checkpoint';
}

function end(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
