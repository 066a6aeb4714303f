/** Every answer: its headers, its errors, its document. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { askerOf, keyOf, loans, personOf, startServer } from '../../test/world.ts';
import { routes } from '../capabilities.ts';
import { documented } from './openapi.ts';

/** Asks with any host name, which `fetch` does not allow. */
const statusFor = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${url}/healthz`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('an error is a problem with our code, in the language of the reader, and tells no place of the machine', async () => {
  const running = await startServer();
  const recorder = await keyOf(running, 'recorder');
  const missing = await recorder('GET', '/api/v1/log/entries/999/receipt');
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  const problem = (await missing.json()) as { params: object; requestId: string };
  expect(problem).toMatchObject({
    type: 'urn:ombud:error:OMBUD_E_LEDGER_INDEX',
    status: 404,
    reason: 'no-entry',
  });
  expect(JSON.stringify(problem)).not.toContain(running.services.place.folder);
  expect(missing.headers.get('x-request-id')).toBe(problem.requestId);
  const bad = async (body: unknown, headers = {}) => {
    const response = await recorder('POST', '/api/v1/systems/loans/decisions', body, headers);
    return { status: response.status, ...((await response.json()) as object) };
  };
  expect(await bad({ decision: 'yes' })).toMatchObject({
    status: 400,
    reason: 'missing',
    params: { path: 'body.subject' },
  });
  expect(await bad({ subject: 1, decision: 'yes' })).toMatchObject({ reason: 'wrong-type' });
  expect(await bad({ subject: 's', decision: 'yes', sex: 'F' })).toMatchObject({ reason: 'unknown-member' });
  expect(await bad('{', { 'content-type': 'application/json' })).toMatchObject({ reason: 'not-json' });
  expect(await bad('x')).toMatchObject({ reason: 'content-type' });
  expect(await bad({}, { 'idempotency-key': 'x'.repeat(256) })).toMatchObject({ status: 400 });
  const large = await bad({ subject: 's', decision: 'x'.repeat(2 ** 20) });
  expect(large).toMatchObject({ status: 413, code: 'OMBUD_E_HTTP_TOO_LARGE' });
  expect(await (await recorder('GET', '/api/v1/systems/%2e%2e')).json()).toMatchObject({
    code: expect.any(String),
  });
  const nothing = await recorder('GET', '/nothing');
  expect([nothing.status, ((await nothing.json()) as { reason: string }).reason]).toEqual([404, 'path']);
  const method = await recorder('DELETE', '/api/v1/log');
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET']);
  // It is no account of the name "invitations".
  const fixed = await recorder('PUT', '/api/v1/accounts/invitations', {});
  expect([fixed.status, fixed.headers.get('allow')]).toEqual([405, 'POST']);
});

test('every answer forbids what nobody needs; a page allows its own style and nothing inline', async () => {
  const running = await startServer();
  const { cookie } = await personOf(running, 'viewer');
  for (const path of ['/healthz', '/nothing', '/', '/login', '/api']) {
    const response = await fetch(`${running.url}${path}`, { headers: { cookie, accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    // A script is a file of this server, and nothing stands inside its element.
    expect(await response.text()).not.toMatch(
      /<script(?! src="\/assets\/[0-9a-f]+\.js"[^>]*><\/script>)|https?:\/\/(?!www\.w3\.org)/,
    );
  }
});

test('a name that is not ours is refused: a page elsewhere cannot bend its name to this address', async () => {
  const { url } = await startServer();
  expect(await statusFor(url, new URL(url).host)).toBe(200);
  expect(await statusFor(url, 'localhost:1')).toBe(200);
  expect(await statusFor(url, 'evil.example')).toBe(403);
  expect(await statusFor(url, 'localhost.evil.example')).toBe(403);
});

test('what a proxy says is believed only where one is declared', async () => {
  const { url } = await startServer();
  const response = await fetch(`${url}/login`, { headers: { 'x-forwarded-proto': 'https' } });
  expect(response.headers.getSetCookie()[0]).toMatch(/^ombud-form=/);
});

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

test('the document has every route but the pages', async () => {
  const { url } = await startServer();
  const document = (await (await askerOf(url)('GET', '/openapi.json')).json()) as Document;
  expect(document.openapi).toBe('3.1.0');
  const named = Object.values(document.paths).flatMap((at) =>
    Object.values(at).map(({ operationId }) => operationId),
  );
  expect(named.sort()).toEqual(
    documented(routes)
      .map(({ id }) => id)
      .sort(),
  );
});

test('the document means what it says: parts that it names are there, JSON is no string, events have no schema', async () => {
  const { url } = await startServer();
  const text = await (await askerOf(url)('GET', '/openapi.json')).text();
  const document: unknown = JSON.parse(text);
  const at = (path: string): unknown =>
    path
      .split('/')
      .slice(1)
      .reduce((one, name) => (one as Readonly<Record<string, unknown>> | undefined)?.[name], document);
  const named = new Set([...text.matchAll(/"\$ref":"(#[^"]*)"/g)].map(([, path = '']) => path));
  expect(named.size).toBeGreaterThan(1);
  expect([...named].filter((path) => at(path) === undefined)).toEqual([]);
  expect(text).not.toMatch(/[/+]json":\{"schema":\{"type":"string"\}/);
  expect(text).toContain('"text/event-stream":{}');
});

test('numbers name routes and systems, and nobody', async () => {
  const running = await startServer();
  await (await keyOf(running, 'operator'))('PUT', '/api/v1/systems/loans', loans);
  const made = await (await keyOf(running, 'recorder'))('POST', '/api/v1/systems/loans/decisions', {
    subject: 'somebody-in-particular',
    decision: 'yes',
    attributes: { sex: 'F' },
    inputs: { income: 1, purpose: 'car' },
  });
  expect(made.status).toBe(201);
  const text = await (await (await keyOf(running, 'viewer'))('GET', '/metrics')).text();
  expect(text).toMatch(/ombud_decisions_recorded_total\{system="loans"\} \d/);
  expect(text).toMatch(/ombud_http_request_seconds_count\{route="decision-record"\} \d/);
  expect(text).toMatch(/ombud_job_runs_total\{job="watch",ended="well"\} \d/);
  expect(text).toMatch(/ombud_systems_stopped 0\n/);
  expect(text).toMatch(/ombud_outbox_waiting 0\n/);
  expect(text).not.toContain('somebody');
});

test('new entries come as events, under a checkpoint that covers them', async () => {
  const running = await startServer();
  const auditor = await keyOf(running, 'auditor');
  const response = await auditor('GET', '/api/v1/log/follow?from=0');
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  expect(value).toContain('event: entries');
  expect(value).toContain('"index":0');
});
