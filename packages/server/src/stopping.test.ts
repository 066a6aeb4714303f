/** A stop while requests lie unread: what has arrived is answered, not reset. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { decisions, keyOf, keyTextOf, loans, startServer } from '../test/world.ts';

/** All that the server says until it closes, or the code of the error that ended it. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    socket.on('error', ({ message }) => resolve(message));
    socket.on('close', () => resolve(text));
  });
}

test('requests that came in before the stop and were not read yet are recorded and answered', async () => {
  const running = await startServer({ withoutJobs: true });
  const operator = await keyOf(running, 'operator');
  await operator('PUT', '/api/v1/systems/loans', loans);
  const key = await keyTextOf(running, 'recorder');
  const { port, hostname, host } = new URL(running.url);
  const body = JSON.stringify({ decisions: decisions(500) });
  const request = [
    'POST /api/v1/systems/loans/decisions/batch HTTP/1.1',
    `host: ${host}`,
    `authorization: Bearer ${key}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
  const sockets = await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const socket = connect(Number(port), hostname);
      onTestFinished(() => void socket.destroy());
      await once(socket, 'connect');
      // Half of them were used before.
      if (i % 2 === 0) {
        socket.write(`GET /healthz HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
        await once(socket, 'data');
      }
      return socket;
    }),
  );
  const answers = sockets.map(heard);
  for (const socket of sockets) socket.write(request);
  await running.close();
  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"accepted":500');
  }
});
