import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';

/** What came back over HTTP, whatever it is. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Whoever imports `node:http` loads the client of `fetch`, too; that of `node:https` speaks in the open over such an agent. */
const inTheOpen = Object.assign(new Agent({ keepAlive: true }), {
  protocol: 'http:',
  defaultPort: 80,
  createConnection: connect,
});

/** Trino answers within a second, or says that it needs longer. */
const silenceMs = 300_000;

/**
 * Sends a request and gives the whole reply; follows nothing. Node's `fetch` does the same, and to load it and to let it unpack
 * the answers costs as much as an audit of some hundred cells.
 * @param body of a POST; null for a GET
 */
export function send(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): Promise<Reply> {
  const agent = address.startsWith('https:') ? undefined : inTheOpen;
  const method = body === null ? 'GET' : 'POST';
  const options = { agent, method, headers, timeout: silenceMs };
  return new Promise((resolve, reject) => {
    const asked = request(address, options, (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error('silence')));
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}
