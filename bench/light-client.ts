/** A client that takes little of the machine that it measures: one socket, one request after the other, nothing but the status read. */
import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bodies to one address. */
export interface LightClient {
  /** Gives the status of the answer. */
  post(body: string): Promise<number>;
  close(): void;
}

const endOfHead = Buffer.from('\r\n\r\n');
const length = /content-length: (\d+)/i;

/** Where an answer ends, or null where more of it is to come; answers whose length is not told are not read here. */
function endOf(answer: Buffer): number | null {
  const head = answer.indexOf(endOfHead);
  if (head === -1) return null;
  const told = length.exec(answer.toString('latin1', 0, head))?.[1];
  if (told === undefined) throw new Error('an answer without a length');
  const end = head + endOfHead.length + Number(told);
  return answer.length >= end ? end : null;
}

/** Opens a socket to `url`, whose requests are all `POST path`. */
export async function lightClient(url: string, path: string, key: string): Promise<LightClient> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\ncontent-length: `;
  let got: Buffer = Buffer.alloc(0);
  let waiting: PromiseWithResolvers<number> | null = null;
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const end = endOf(got);
    if (end === null) return;
    const status = Number(got.toString('latin1', 9, 12));
    got = got.subarray(end);
    waiting?.resolve(status);
  });
  socket.on('error', (error) => waiting?.reject(error));
  await once(socket, 'connect');
  return {
    post: (body) => {
      waiting = Promise.withResolvers<number>();
      socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return waiting.promise;
    },
    close: () => socket.destroy(),
  };
}
