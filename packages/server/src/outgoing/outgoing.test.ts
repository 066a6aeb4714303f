/** Messages go to the outside alone: whatever a name resolves to is checked, and the connection goes to what was checked. */
import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { AddressRefused } from '@ombud/app';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { addressRule, isRange } from './addresses.ts';
import { guardedFetch } from './guarded-fetch.ts';

const inside = [
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '2002:7f00:1::1',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];
const outside = [
  '1.1.1.1',
  '8.8.8.8',
  '100.128.0.1',
  '172.32.0.1',
  '192.169.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
];

test('addresses of this machine, the link and private networks are refused, however they are written', () => {
  const isAllowed = addressRule([]);
  expect(inside.filter(isAllowed)).toEqual([]);
  expect(outside.filter((one) => !isAllowed(one))).toEqual([]);
  expect(isAllowed('localhost')).toBe(false);
});

test('a declared exception opens itself and nothing else', () => {
  const isAllowed = addressRule(['127.0.0.1', '10.1.0.0/16', 'fd12::/16']);
  expect(inside.filter(isAllowed)).toEqual([
    '127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fd12:3456::1',
  ]);
  expect([isAllowed('10.1.255.255'), isAllowed('10.2.0.0')]).toEqual([true, false]);
  expect(['127.0.0.1', '10.0.0.0/8', '::1/128', 'fd00::/8'].every(isRange)).toBe(true);
  expect(['', 'localhost', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', '::1/129'].some(isRange)).toBe(false);
});

test('no way to write an IPv4 address of this machine in a URL comes through', async () => {
  const ways = [
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
    '0',
    '[::ffff:127.0.0.1]',
    '[::1]',
    '127.0.0.1.',
  ];
  for (const host of ways) {
    const asked = guardedFetch([])(`http://${host}:9/`);
    await expect(asked, host).rejects.toThrow(AddressRefused);
  }
});

test('every address of a private network is refused, mapped or not', () => {
  const isAllowed = addressRule([]);
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom('10', '127', '192.168', '169.254'), byte, byte, byte, (net, a, b, c) => {
      const address = `${net}.${net.includes('.') ? `${a}.${b}` : `${a}.${b}.${c}`}`;
      expect(isIP(address)).toBe(4);
      expect([isAllowed(address), isAllowed(`::ffff:${address}`)]).toEqual([false, false]);
    }),
  );
});

/** A receiver on this machine that counts who comes. */
async function receiver(
  answer: (count: number) => { status: number; location?: string } = () => ({ status: 200 }),
) {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(request.url ?? '');
    const { status, location } = answer(came.length);
    response.writeHead(status, location === undefined ? {} : { location }).end('x'.repeat(20_000));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { came, port: (server.address() as AddressInfo).port };
}

/** A name service that says something else each time. */
function bending(...answers: readonly (readonly string[])[]) {
  const asked = vi.fn();
  const resolve = (hostname: string, _: unknown, done: (error: null, found: object[]) => void) => {
    asked(hostname);
    const found = answers[Math.min(asked.mock.calls.length, answers.length) - 1] ?? [];
    done(
      null,
      found.map((address) => ({ address, family: isIP(address) })),
    );
  };
  return { resolve: resolve as unknown as typeof lookup, asked };
}

test('a name that means this machine is refused: alone, beside another address, and after it meant another', async () => {
  const { came, port } = await receiver();
  const url = `http://hooks.example.org:${port}/`;
  for (const answers of [[['127.0.0.1']], [['1.1.1.1', '127.0.0.1']]]) {
    const { resolve } = bending(...answers);
    await expect(guardedFetch([], resolve)(url)).rejects.toThrow(AddressRefused);
  }
  expect(came).toEqual([]);
});

test('a name is asked for once: the connection goes to what was checked, not to what the name says then', async () => {
  const { came, port } = await receiver();
  const { resolve, asked } = bending(['127.0.0.1'], ['10.0.0.1']);
  const response = await guardedFetch(['127.0.0.1'], resolve)(`http://hooks.example.org:${port}/first`);
  expect([response.status, came, asked.mock.calls.length]).toEqual([200, ['/first'], 1]);
  await expect(
    guardedFetch(['127.0.0.1'], resolve)(`http://hooks.example.org:${port}/second`),
  ).rejects.toThrow();
  expect(came).toEqual(['/first']);
});

test('a redirect is told and not followed; statuses without a body are answers', async () => {
  const { came, port } = await receiver((count) =>
    count === 1 ? { status: 302, location: '/secret' } : { status: count === 2 ? 200 : 204 },
  );
  const ask = () =>
    guardedFetch(['127.0.0.0/8'])(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' });
  expect((await ask()).status).toBe(302);
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(204);
  expect(came).toEqual(['/', '/', '/']);
});
