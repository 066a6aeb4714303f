/** The OpenAPI 3.1 document, made from the routes. Pages are not in it. */
import { createHash } from 'node:crypto';
import { version } from '@ombud/kernel/version';
import { type Language, say } from '@ombud/words';
import { z } from 'zod';
import type { Gives, Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return rest;
};

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: own,
  }));
}

const mediaTypes = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  text: 'text/plain',
};

/** What is JSON is no string to whoever reads it, though the server holds it as one. */
const textContent = (type: string): Json => ({
  [type]: /[/+]json$/.test(type) ? {} : { schema: { type: 'string' } },
});

function contentOf(gives: Gives): Json {
  switch (gives.kind) {
    case 'json':
      return { 'application/json': { schema: schemaOf(gives.schema, 'output') } };
    case 'text':
      return textContent(gives.type.split(';')[0] ?? gives.type);
    // OpenAPI 3.1 has no words for the events of a stream.
    case 'events':
      return { 'text/event-stream': {} };
    case 'page':
      return { 'text/html': { schema: { type: 'string' } } };
  }
}

function operationOf(route: Route, language: Language): Json {
  const { id, who, gives, body, takes = 'json' } = route;
  const idempotency = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: say(language, 'openapi/idempotency'),
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  const formToken = {
    name: 'X-Form-Token',
    in: 'header',
    required: false,
    description: say(language, 'openapi/form-token'),
    schema: { type: 'string' },
  };
  const forSessions = !('public' in who) && route.method !== 'GET';
  return {
    operationId: id,
    summary: say(language, `route/${id}`),
    ...('public' in who
      ? { security: [] }
      : { 'x-roles': who.roles, ...(who.where === undefined ? {} : { 'x-where': who.where }) }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.idempotent === true ? [idempotency] : []),
      ...(forSessions ? [formToken] : []),
    ],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [mediaTypes[takes]]: { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: {
      [String('status' in gives && gives.status !== undefined ? gives.status : 200)]: {
        description: say(language, 'openapi/answer'),
        content: contentOf(gives),
      },
      default: { $ref: '#/components/responses/problem' },
    },
  };
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    reason: z.string(),
    params: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .describe('RFC 9457, with our code, reason and parameters');

/** The routes that the document names. */
export const documented = (routes: readonly Route[]): readonly Route[] =>
  routes.filter(
    ({ gives, takes, ofPage }) =>
      ofPage !== true && gives.kind !== 'page' && takes !== 'form' && takes !== 'multipart',
  );

interface Defining {
  readonly $defs?: Readonly<Record<string, Json>>;
}

const nameOf = (schema: Json): string =>
  `schema-${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 12)}`;

/**
 * A schema that names parts of its own means them from the root of the document: they are put where the document keeps
 * what is shared, each once.
 */
function withSharedSchemas(document: Json & { readonly components: Json }): Json {
  const schemas: Record<string, Json> = {};
  const whole = JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$defs' in value)) return value;
    const { $defs = {}, ...rest } = value as Defining;
    const names = Object.entries($defs).map(([own, schema]) => [own, nameOf(schema)] as const);
    const renamed = (schema: Json): Json =>
      JSON.parse(
        names.reduce(
          (text, [own, name]) => text.replaceAll(`"#/$defs/${own}"`, `"#/components/schemas/${name}"`),
          JSON.stringify(schema),
        ),
      );
    for (const [own, name] of names) schemas[name] = renamed($defs[own] ?? {});
    return renamed(rest);
  }) as typeof document;
  return { ...whole, components: { ...whole.components, schemas } };
}

/** The document, in a language. */
export function openApi(routes: readonly Route[], language: Language): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of documented(routes)) {
    const path = route.path.replaceAll('+}', '}');
    const at = paths[path] ?? {};
    at[route.method.toLowerCase()] = operationOf(route, language);
    paths[path] = at;
  }
  return withSharedSchemas({
    openapi: '3.1.0',
    info: { title: 'Ombud', version, summary: say(language, 'openapi/summary') },
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'ombud-session',
          description: say(language, 'openapi/session'),
        },
      },
      responses: {
        problem: {
          description: say(language, 'openapi/problem'),
          content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
        },
      },
    },
  });
}
