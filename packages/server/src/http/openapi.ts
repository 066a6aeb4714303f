/** The OpenAPI 3.1 document, made from the routes. Pages are not in it. */
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

function contentOf(gives: Gives): Json {
  switch (gives.kind) {
    case 'json':
      return { 'application/json': { schema: schemaOf(gives.schema, 'output') } };
    case 'text':
      return { [gives.type.split(';')[0] ?? gives.type]: { schema: { type: 'string' } } };
    case 'events':
      return { 'text/event-stream': { schema: { type: 'string' } } };
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

/** The document, in a language. */
export function openApi(routes: readonly Route[], language: Language): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of documented(routes)) {
    const path = route.path.replaceAll('+}', '}');
    const at = paths[path] ?? {};
    at[route.method.toLowerCase()] = operationOf(route, language);
    paths[path] = at;
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ombud', version, summary: say(language, 'openapi/summary') },
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      responses: {
        problem: {
          description: say(language, 'openapi/problem'),
          content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
        },
      },
    },
  };
}
