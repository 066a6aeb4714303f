/** Server and client of the client's promise are killed, again and again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '@ombud/testing';
import { expect, test } from 'vitest';
import { startServed } from '../../server/test/serving.ts';
import { temporaryFolder } from '../../server/test/world.ts';
import { recordedNumbers } from '../test/recorded.ts';
import { OmbudClient } from './index.ts';

test('kill -9 of server and client, 12 rounds: each decision that was relied on is there once, in order', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  let server = await startServed(folder, port, 'recorder');
  const { url, key } = server;
  const spool = join(temporaryFolder(), 'spool');
  const script = join(import.meta.dirname, '..', 'test', 'deciding.ts');
  const states = new Set<string>();
  let relied = -1;
  let kills = 0;
  const decide = (): ChildProcess => {
    const child = spawn(process.execPath, ['--no-warnings', script, url, key, spool, String(relied + 1)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [number, state = ''] = line.split(' ');
        relied = Math.max(relied, Number(number));
        states.add(state);
      }
    });
    return child;
  };
  const gone = (child: ChildProcess) => new Promise((resolve) => child.on('close', resolve));
  const reach = async (number: number) => {
    while (relied < number) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  let client = decide();
  for (let round = 0; round < 12; round++) {
    await reach(relied + 15 + ((round * 7) % 20));
    if (round % 3 !== 1) {
      server.process.kill('SIGKILL');
      await server.ended;
      kills += 1;
      await reach(relied + 10);
    }
    if (round % 3 !== 0) {
      const ended = gone(client);
      client.kill('SIGKILL');
      await ended;
      kills += 1;
      client = decide();
      await reach(relied + 3);
    }
    if (server.process.signalCode !== null) server = await startServed(folder, port);
  }
  const ended = gone(client);
  client.kill('SIGKILL');
  await ended;
  const last = new OmbudClient({ url, key, system: 'loans', whenDown: 'spool', spool });
  await last.flush();
  await last.close();
  server.process.kill('SIGTERM');
  await server.ended;
  expect(kills).toBe(16);
  expect([...states].sort()).toEqual(['recorded', 'spooled']);
  const numbers = await recordedNumbers(join(folder, 'ledger'));
  expect(numbers).toEqual(numbers.map((_, i) => i));
  expect(numbers.length).toBeGreaterThan(relied);
});
