/** A connection to PostgreSQL that can be cut, or that swallows the answer to a COMMIT. */
import { connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  /** The same URL through the proxy. */
  readonly url: string;
  /** Ends every connection now. */
  cut(): void;
  /** Lets the next COMMIT through to the server and swallows its answer, then ends the connection. */
  swallowCommit(): void;
  stop(): void;
}

/** @param url a `postgres://` URL on this machine */
export async function startProxy(url: string): Promise<Proxy> {
  const target = new URL(url);
  const behind = { port: Number(target.port), host: target.hostname };
  const sockets = new Set<Socket>();
  let swallow = false;
  const server = createServer((client) => {
    const upstream = connect(behind);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    let swallowing = false;
    client.on('data', (data) => {
      if (swallow && data.includes('commit')) {
        swallow = false;
        swallowing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!swallowing) client.write(data);
      else {
        client.destroy();
        upstream.destroy();
      }
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  target.port = String(port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: target.toString(),
    cut,
    swallowCommit: () => {
      swallow = true;
    },
    stop: () => {
      cut();
      server.close();
    },
  };
}
