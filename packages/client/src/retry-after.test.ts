/** A server that is busy says when to come again: it is left alone for so long, and nobody waits for ever. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../ledger/test/helpers.ts';
import { type ClientOptions, OmbudClient } from './index.ts';
import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-11-26T12:00:00.000Z');

test.each([
  ['0', 0],
  ['120', 120_000],
  [' 7 ', 7000],
  ['Thu, 26 Nov 2026 12:00:30 GMT', 30_000],
  ['Thu, 26 Nov 2026 11:00:00 GMT', 0],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['soon', null],
  ['2026-11-27', null],
  ['9999999999', null],
  [null, null],
])('%j asks for %j ms', (header, wanted) => expect(retryAfterMs(header, now)).toBe(wanted));

test('whatever a server writes there is a pause or nothing', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const wanted = retryAfterMs(header, now);
      expect(wanted === null || (Number.isFinite(wanted) && wanted >= 0)).toBe(true);
    }),
  );
});

/** A server that answers `status` with `Retry-After` until a second has passed since it was first asked. */
async function busy(status: number, header: string) {
  let [first, asked] = [0, 0];
  const server = createServer((request, response) => {
    first ||= performance.now();
    asked += 1;
    const isFree = performance.now() - first >= 1000;
    request
      .resume()
      .on('end', () =>
        isFree
          ? response.end(JSON.stringify({ decisions: [{ index: 7, leaf: '' }] }))
          : response.writeHead(status, { 'retry-after': header }).end('{}'),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

function clientOf(options: Partial<ClientOptions> & { readonly url: string }): OmbudClient {
  const client = new OmbudClient({
    key: 'ombud_x',
    system: 'loans',
    attempts: 3,
    backoffMs: 1,
    ...options,
  } as ClientOptions);
  onTestFinished(() => client.close());
  return client;
}

const decision = { subject: 's', decision: 'yes' };

describe.each([429, 503])('%i', (status) => {
  test('is asked again after the time that it gives, not before', async () => {
    const { url, asked } = await busy(status, '1');
    expect(await clientOf({ url }).record(decision)).toMatchObject({ state: 'recorded', index: 7 });
    expect(asked()).toBe(2);
  });

  test('that asks for more than the patience counts as down at once, and says for how long', async () => {
    const { url, asked } = await busy(status, '86400');
    await expect(clientOf({ url }).record(decision)).rejects.toMatchObject({
      status,
      retryAfterMs: 86_400_000,
    });
    expect(asked()).toBe(1);
  });

  test('does not keep a decision waiting that can lie on the disk', async () => {
    const { url, asked } = await busy(status, '3');
    const spool = join(temporaryFolder(), 'spool');
    const ombud = clientOf({ url, whenDown: 'spool', spool, everyMs: 1_000_000 });
    expect(await ombud.record(decision)).toMatchObject({ state: 'spooled', why: { retryAfterMs: 3000 } });
    expect(asked()).toBe(1);
  });
});
