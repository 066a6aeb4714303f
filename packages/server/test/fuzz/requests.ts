/** Requests of an operation of the OpenAPI document: some that live, some spoiled in one place, some by the schema alone. */
import fc from 'fast-check';
import { odd, type Schema, type Spoiling, spoil, spoilings, valuesOf } from './values.ts';

/** An operation, as the document tells it. */
export interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

type Named = Readonly<Record<string, unknown>>;

/** What a route accepts as things stand: identifiers that are there, a body that means something. */
export interface Living {
  readonly places?: Named;
  readonly query?: Named;
  readonly body?: unknown;
}

/** A request, before the living part of it is known. */
export interface Plan {
  /** `fresh`: the living request as it is. `worn`: parts of one that may have been used. */
  readonly of: 'fresh' | 'worn';
  readonly places: Named;
  readonly query: Named;
  /** Which member of places or query is taken from here rather than from what lives. */
  readonly strange: boolean;
  readonly body:
    | { readonly as: 'living' }
    | { readonly as: 'free' }
    | { readonly as: 'spoiled'; readonly by: Spoiling };
  readonly free: unknown;
  readonly key: string | null;
}

/** A request as it is sent. */
export interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const recordOf = (parameters: Operation['parameters']) =>
  Object.fromEntries(
    parameters.map(({ name, schema }) => [
      name,
      fc.oneof({ weight: 2, arbitrary: valuesOf(schema) }, { weight: 1, arbitrary: odd }),
    ]),
  );

const bodies: fc.Arbitrary<Plan['body']> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ as: 'living' as const }) },
  { weight: 2, arbitrary: fc.constant({ as: 'free' as const }) },
  { weight: 4, arbitrary: spoilings.map((by) => ({ as: 'spoiled' as const, by })) },
);

/** Plans of requests. One in twelve is as it should be. */
export function plansOf({ parameters, requestBody }: Operation): fc.Arbitrary<Plan> {
  const [, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  return fc.record({
    of: fc.oneof(
      { weight: 1, arbitrary: fc.constant('fresh' as const) },
      { weight: 11, arbitrary: fc.constant('worn' as const) },
    ),
    places: fc.record(recordOf(parameters.filter((one) => one.in === 'path'))),
    query: fc.record(recordOf(parameters.filter((one) => one.in === 'query')), { requiredKeys: [] }),
    strange: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, fc.constant(true)),
    body: bodies,
    free:
      content === undefined
        ? fc.constant(undefined)
        : fc.oneof({ weight: 4, arbitrary: valuesOf(content.schema) }, { weight: 1, arbitrary: odd }),
    key: fc.option(fc.stringMatching(/^[\x20-\x7e]{0,300}$/), { freq: 4 }),
  });
}

/** A part of dots makes it another address before it is sent. */
const dots = /^\.{1,2}$/;

/** As a URL holds it, which no half of a pair can be in. */
const textFor = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed();

function bodyOf({ of, body, free }: Plan, living: unknown): unknown {
  if (of === 'fresh' || body.as === 'living') return living;
  return body.as === 'free' ? free : spoil(living, body.by);
}

const filledIn = (path: string, places: Named): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    textFor(places[name])
      .split(name === 'path' ? '/' : /$^/)
      .map((part) => encodeURIComponent(dots.test(part) ? '-' : part))
      .join('/'),
  );

/** The request of a plan, where this is what lives. */
export function askedOf(path: string, operation: Operation, plan: Plan, living: Living): Asked {
  const [type = ''] = Object.keys(operation.requestBody?.content ?? {});
  const isOwn = plan.of === 'fresh' || !plan.strange;
  const places = isOwn ? { ...plan.places, ...living.places } : { ...living.places, ...plan.places };
  const query = plan.of === 'fresh' ? (living.query ?? {}) : { ...living.query, ...plan.query };
  const search = new URLSearchParams(Object.entries(query).map(([name, one]) => [name, textFor(one)]));
  const filled = filledIn(path, places);
  const body = bodyOf(plan, living.body);
  const key = plan.of === 'fresh' ? null : (plan.key?.trim() ?? null);
  return {
    path: search.size > 0 ? `${filled}?${search}` : filled,
    body: body === undefined || type === '' ? undefined : type.startsWith('text/') ? textFor(body) : body,
    headers: {
      ...(type === '' ? {} : { 'content-type': type }),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
  };
}
