/**
 * Requests by the document of the API: what its schemas allow, and what they do not, each role in turn. No answer is 500 and none
 * hangs; how many were accepted is printed for each route.
 *
 *   OMBUD_SLOW=1 OMBUD_FUZZ=10000 npx vitest run packages/server/src/http/fuzz.slow.test.ts
 */

import { english } from '@ombud/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Asker, askerOf, decisions, keyOf, loans, startServer } from '../../test/world.ts';
import { roles } from '../access/roles.ts';
import { routes } from '../capabilities.ts';
import { openApi } from './openapi.ts';

const runs = Number(process.env.OMBUD_FUZZ ?? 300);
const hangMs = 30_000;

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
}

/** Values that parsers and databases stumble over. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '../../secret',
  "' or 1=1 --",
  '%00',
  '\u202e',
  'x'.repeat(20_000),
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  2 ** 63,
  0.1,
  true,
  [],
  {},
  [[[[[]]]]],
  { __proto__: null },
  JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
);

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (pattern !== undefined && !/\(\?/.test(pattern)) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
}

const most = (depth: number) => (depth > 3 ? 0 : 4);

/** Values that a schema allows. */
function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const { anyOf, oneOf, const: only, enum: choices, properties = {}, required = [] } = schema;
  const either = anyOf ?? oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => valuesOf(one, depth + 1)));
  if (choices !== undefined) return fc.constantFrom(...choices);
  if (only !== undefined) return fc.constant(only);
  switch (typeof schema.type === 'string' ? schema.type : undefined) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? -1000, -(2 ** 31)),
        max: Math.min(schema.maximum ?? 1000, 1000),
      });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, most(depth)),
      });
    case 'object': {
      const parts = Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, valuesOf(one, depth + 1)]),
      );
      const own = fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
      const { additionalProperties: more } = schema;
      if (more === undefined || more === false || Object.keys(parts).length > 0) return own;
      return fc.dictionary(fc.string({ maxLength: 10 }), valuesOf(more === true ? {} : more, depth + 1), {
        maxKeys: most(depth),
      });
    }
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

/** What is there to be found, so that not every answer is 404. */
interface There {
  readonly system: string;
  readonly audit: string;
}

/** A value of what a path names: mostly one that is there. */
const placesOf = (name: string, schema: Schema, there: There): fc.Arbitrary<unknown> => {
  const known: Readonly<Record<string, unknown>> = { ...there, version: 1, index: 1, size: 1, path: '0/000' };
  const free = fc.oneof(valuesOf(schema), odd);
  return name in known
    ? fc.oneof({ weight: 4, arbitrary: fc.constant(known[name]) }, { weight: 1, arbitrary: free })
    : free;
};

/** One member of a body that is otherwise allowed is spoiled. */
const spoiled = (body: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(body, fc.nat(), odd, fc.boolean()).map(([value, at, other, add]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return other;
    const names = Object.keys(value);
    const name = add || names.length === 0 ? 'unheard' : (names[at % names.length] ?? '');
    return { ...value, [name]: other };
  });

/** Bodies that mean something here, beside those that the schema alone gives. */
const meant: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'system-declare': fc.constant(loans),
  'decision-record': fc.nat(1e6).map((at) => decisions(1, at)[0]),
  'decisions-record': fc.nat(1e6).map((at) => ({ decisions: decisions(3, at) })),
};

/** As a URL holds it, which no half of a pair can be in. */
const textFor = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed();

function requestsOf(path: string, operation: Operation, there: There): fc.Arbitrary<Asked> {
  const { parameters, requestBody, operationId } = operation;
  const inPath = parameters.filter((one) => one.in === 'path');
  const inQuery = parameters.filter((one) => one.in === 'query');
  const [type = '', content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const allowed = content === undefined ? fc.constant(undefined) : valuesOf(content.schema);
  const own = meant[operationId] ?? allowed;
  const body = content === undefined ? allowed : fc.oneof(own, allowed, spoiled(own), odd);
  return fc
    .record({
      places: fc.record(
        Object.fromEntries(inPath.map(({ name, schema }) => [name, placesOf(name, schema, there)])),
      ),
      query: fc.record(
        Object.fromEntries(
          inQuery.map(({ name, schema }) => [name, fc.oneof(valuesOf(schema), valuesOf(schema), odd)]),
        ),
        { requiredKeys: [] },
      ),
      body,
      key: fc.option(fc.stringMatching(/^[\x20-\x7e]{0,300}$/), { freq: 4 }),
    })
    .map(({ places, query, body: value, key }) => {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        textFor(places[name])
          .split(name === 'path' ? '/' : /$^/)
          .map(encodeURIComponent)
          .join('/'),
      );
      const asked = new URLSearchParams(Object.entries(query).map(([name, one]) => [name, textFor(one)]));
      return {
        path: asked.size > 0 ? `${filled}?${asked}` : filled,
        body: type.startsWith('text/') ? textFor(value) : value,
        headers: {
          ...(type === '' ? {} : { 'content-type': type }),
          ...(key === null ? {} : { 'idempotency-key': key.trim() }),
        },
      };
    });
}

test(`${runs} requests a route, each role in turn: no 500, no hang`, { timeout: 3_600_000 }, async () => {
  const running = await startServer();
  const askers: Asker[] = [askerOf(running.url)];
  for (const role of roles) askers.push(await keyOf(running, role));
  const [operator, auditor] = [await keyOf(running, 'operator'), await keyOf(running, 'auditor')];
  await operator('PUT', '/api/v1/systems/loans', loans);
  await operator('POST', '/api/v1/systems/loans/decisions/batch', { decisions: decisions(300) });
  const run = await auditor('POST', '/api/v1/systems/loans/audits', { sign: true });
  const there = { system: 'loans', audit: ((await run.json()) as { id: string }).id };
  const document = openApi(routes, english) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const told: string[] = [];
  const faults: string[] = [];
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const counts = { accepted: 0, refused: 0 };
      const samples = fc.sample(requestsOf(path, operation, there), { numRuns: runs, seed: 11 });
      for (const [i, asked] of samples.entries()) {
        const ask = askers[i % askers.length] as Asker;
        const stop = AbortSignal.timeout(hangMs);
        const status = await Promise.race([
          statusOf(ask, method, asked),
          new Promise<string>((resolve) => stop.addEventListener('abort', () => resolve('hang'))),
        ]);
        if (status === 'hang' || Number(status) >= 500)
          faults.push(`${operation.operationId} ${status} ${JSON.stringify(asked).slice(0, 400)}`);
        counts[Number(status) < 400 ? 'accepted' : 'refused'] += 1;
      }
      told.push(`${operation.operationId} ${counts.accepted}/${counts.accepted + counts.refused}`);
    }
  process.stderr.write(`accepted of asked: ${told.join(', ')}\n`);
  expect(faults.slice(0, 20)).toEqual([]);
});

async function statusOf(ask: Asker, method: string, { path, body, headers }: Asked): Promise<number> {
  const sent = method === 'get' ? undefined : body;
  const text =
    sent === undefined
      ? undefined
      : typeof sent === 'string' && headers['content-type']?.startsWith('text/')
        ? sent
        : JSON.stringify(sent);
  const response = await ask(method.toUpperCase(), path, text, headers);
  // Streams do not end by themselves.
  if (response.headers.get('content-type')?.includes('event-stream') === true) await response.body?.cancel();
  else await response.arrayBuffer();
  return response.status;
}
