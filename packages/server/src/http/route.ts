/**
 * The one type of a route: who may use it stands beside what it takes and gives. Guards, the OpenAPI document, the table of
 * rights and the tests of every pair of route and role are made from the list of routes.
 */
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import type { Call } from './call.ts';
import type { Reply } from './reply.ts';

/** Parameters of a route that has none. */
const nothing = z.strictObject({});

/** What must hold besides the role. `same-system`: the grant covers the system named in the path. */
export type Predicate = 'same-system' | 'assigned' | 'not-decider';

/** How somebody stands to what a path names; asked only where a predicate needs it. */
export interface Relation {
  readonly assigned?: boolean;
  readonly decider?: boolean;
}

/** Who may use a route. */
export type Who =
  | { readonly public: true }
  | {
      readonly roles: readonly Role[];
      readonly where?: readonly Predicate[];
      /**
       * `any`: a role that is given for one system is enough. Where left out, a route of one system asks for a role that covers
       * it, and every other route for a role that is given for all systems.
       */
      readonly scope?: 'any';
    };

/** What a route gives, for the document: JSON of a schema, a text of a type, a page, or events. */
export type Gives =
  | { readonly kind: 'json'; readonly schema: z.ZodType; readonly status?: number }
  | { readonly kind: 'text'; readonly type: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'events'; readonly schema: z.ZodType };

/** What is taken out of a request, checked. */
export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

interface RouteHead {
  /** Names the route in the table of rights, in the words (`route/ID`: its summary) and in the document (operationId). */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As OpenAPI writes it: `/api/v1/systems/{system}`. */
  readonly path: string;
  readonly who: Who;
  readonly gives: Gives;
  /** What a body is: JSON where left out; a form, with files or without, is for pages and needs its token. */
  readonly takes?: 'json' | 'form' | 'multipart' | 'text';
  /** Most bytes of a body; 1 MiB where left out. */
  readonly bodyLimit?: number;
  /** Asked by a page, by its script or a link, and not by programs: it is not in the document of the API. */
  readonly ofPage?: true;
  /** Accepts an `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Requests of one asker in a minute, where it is not the usual number. */
  readonly perMinute?: number;
}

/** A route as the server runs it: its types are settled inside. */
export interface Route extends RouteHead {
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  readonly relation: ((input: Input<unknown, unknown, unknown>, call: Call) => Promise<Relation>) | null;
  readonly handle: (input: Input<unknown, unknown, unknown>, call: Call) => Promise<Reply>;
}

type Out<S extends z.ZodType | undefined> = S extends z.ZodType ? z.output<S> : undefined;

/** A route as it is written. */
export interface RouteSpec<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
> extends RouteHead {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Needed where `who` asks for `assigned` or `not-decider`. */
  readonly relation?: (input: Input<Out<P>, Out<Q>, Out<B>>, call: Call) => Promise<Relation>;
  readonly handle: (input: Input<Out<P>, Out<Q>, Out<B>>, call: Call) => Promise<Reply>;
}

/**
 * Declares a route.
 *
 * @example
 * export const head = route({
 *   id: 'log-head', method: 'GET', path: '/api/v1/log/head', who: { public: true },
 *   gives: { kind: 'json', schema: headSchema },
 *   handle: async (_, { services }) => json(await headOf(services)),
 * });
 */
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>({ params, query, body, relation, handle, ...head }: RouteSpec<P, Q, B>): Route {
  return {
    ...head,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    relation: (relation as Route['relation'] | undefined) ?? null,
    handle: handle as Route['handle'],
  };
}
