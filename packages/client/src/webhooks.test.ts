/** Webhooks, against messages that the reference package of the standard signs. */
import { createServer } from 'node:http';
import fc from 'fast-check';
import { Webhook as Reference } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { verifyWebhook, webhookReceiver } from './index.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;

function signed(id: string, body: string, at = new Date(), by = secret): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Reference(by).sign(id, at, body),
  };
}

test('what the reference signs is verified; what was changed in any place is not', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\w-]{1,40}$/),
      fc.json(),
      fc.nat(),
      fc.constantFrom('id', 'time', 'body', 'signature', 'secret'),
      (id, body, place, part) => {
        const headers = signed(id, body);
        expect(verifyWebhook(secret, headers, Buffer.from(body))).toMatchObject({
          id,
          payload: JSON.parse(body),
        });
        expect(new Reference(secret).verify(body, headers)).toEqual(JSON.parse(body));
        const at = place % 20;
        const signature = headers['webhook-signature'] ?? '';
        const bent = `${signature.slice(0, 3 + at)}${signature[3 + at] === 'A' ? 'B' : 'A'}${signature.slice(4 + at)}`;
        const [changed, text, key] = {
          id: [{ ...headers, 'webhook-id': `${id}x` }, body, secret] as const,
          time: [
            { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) },
            body,
            secret,
          ] as const,
          body: [headers, `${body} `, secret] as const,
          signature: [{ ...headers, 'webhook-signature': bent }, body, secret] as const,
          secret: [headers, body, other] as const,
        }[part];
        expect(() => verifyWebhook(key, changed, text)).toThrow(
          expect.objectContaining({ code: 'OMBUD_CLIENT_WEBHOOK', reason: 'signature' }),
        );
      },
    ),
  );
});

test('old and coming messages are refused, and two secrets hold while one is changed', () => {
  const now = Date.now();
  for (const minutes of [-6, 6])
    expect(() => verifyWebhook(secret, signed('a', '{}', new Date(now + minutes * 60_000)), '{}')).toThrow(
      expect.objectContaining({ reason: 'time' }),
    );
  for (const headers of [{}, { ...signed('a', '{}'), 'webhook-signature': '' }])
    expect(() => verifyWebhook(secret, headers, '{}')).toThrow(
      expect.objectContaining({ reason: 'headers' }),
    );
  expect(verifyWebhook([other, secret], new Headers(signed('a', '{}')), '{}').id).toBe('a');
  const both = `${signed('a', '{}', new Date(now), other)['webhook-signature']} ${signed('a', '{}')['webhook-signature']}`;
  expect(verifyWebhook(secret, { ...signed('a', '{}'), 'Webhook-Signature': both }, '{}').id).toBe('a');
});

test('each id is handled once, also when it comes twice at the same time; what failed is handled when it comes again', async () => {
  const seen: string[] = [];
  let failures = 1;
  const receive = webhookReceiver({
    secret,
    handle: async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (id === 'fails' && failures-- > 0) throw new Error('busy');
      seen.push(id);
    },
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(await receive(request.headers, Buffer.concat(chunks))).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const deliver = async (id: string, by = secret) =>
    (
      await fetch(`http://127.0.0.1:${port}`, {
        method: 'POST',
        body: '{}',
        headers: signed(id, '{}', new Date(), by),
      })
    ).status;
  expect(await Promise.all([deliver('a'), deliver('a'), deliver('b')])).toEqual([204, 204, 204]);
  expect(await deliver('a')).toBe(204);
  expect(await deliver('c', other)).toBe(401);
  expect([await deliver('fails'), await deliver('fails'), await deliver('fails')]).toEqual([500, 204, 204]);
  server.close();
  expect(seen).toEqual(['a', 'b', 'fails']);
});
