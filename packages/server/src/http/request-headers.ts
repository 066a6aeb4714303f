/** Headers of a request as Node has read them already; no object is made of those that nobody asks for. */
import type { HttpBindings } from '@hono/node-server';
import type { Context as HonoContext } from 'hono';

/** Gives a header by its name in small letters. */
export type HeaderOf = (name: string) => string | undefined;

/** What Node holds of a request; nothing where an application is asked without a socket. */
export const incomingOf = ({ env }: HonoContext): Partial<HttpBindings>['incoming'] =>
  (env as Partial<HttpBindings> | undefined)?.incoming;

/** The headers of a request. */
export function headerOf(context: HonoContext): HeaderOf {
  const read = incomingOf(context)?.headers as Record<string, string | string[] | undefined> | undefined;
  if (read === undefined) return (name) => context.req.header(name);
  return (name) => {
    const value = read[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}
