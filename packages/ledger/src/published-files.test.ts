import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../test/helpers.ts';
import { readPublishedFile } from './published-files.ts';

test('a read error in a published log is told as what it is, and not as a tile that is missing', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'checkpoint'), 'a note');
  mkdirSync(join(folder, 'tile'));
  expect(await readPublishedFile(folder, 'checkpoint')).toEqual(new TextEncoder().encode('a note'));
  expect(await readPublishedFile(folder, 'tile/0/000')).toBeNull();
  await expect(readPublishedFile(folder, 'tile')).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_INPUT',
    reason: 'published-unreadable',
    params: { file: join(folder, 'tile'), detail: 'EISDIR' },
  });
});

test('an address that answers with trouble is no missing tile either', async () => {
  const server = createServer(({ url }, response) => {
    response.statusCode = url === '/gone' ? 404 : 503;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await readPublishedFile(at, 'gone')).toBeNull();
  await expect(readPublishedFile(at, 'checkpoint')).rejects.toMatchObject({
    reason: 'published-unreadable',
    params: { file: `${at}checkpoint`, detail: 'HTTP 503' },
  });
});
