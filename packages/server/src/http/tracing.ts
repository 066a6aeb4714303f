/**
 * Traces of OpenTelemetry, through its API alone: whoever wants them starts the server with an SDK (docs/operate.md), and
 * without one each call does nothing. Spans are named by routes and jobs; nothing of a request's content is in them.
 */

import { version } from '@ombud/kernel/version';
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { HeaderOf } from './request-headers.ts';
import type { Route } from './route.ts';

const tracer = trace.getTracer('ombud', version);
const serverFault = 500;

/** Propagators ask for the headers that they know, and for no list of all. */
const headerGetter = {
  keys: () => [],
  get: (header: HeaderOf, name: string) => header(name.toLowerCase()),
};

/** Runs a request in a span, under the span of the caller where its headers name one. */
export function traceRequest(
  { id, method, path }: Route,
  header: HeaderOf,
  work: () => Promise<Response>,
): Promise<Response> {
  const attributes = { 'http.request.method': method, 'http.route': path, 'ombud.route': id };
  const caller = propagation.extract(context.active(), header, headerGetter);
  const options = { kind: SpanKind.SERVER, attributes };
  return tracer.startActiveSpan(`${method} ${path}`, options, caller, (span) =>
    ended(span, async () => {
      const response = await work();
      span.setAttribute('http.response.status_code', response.status);
      if (response.status >= serverFault) span.setStatus({ code: SpanStatusCode.ERROR });
      return response;
    }),
  );
}

/** Runs a part of a request, or a job, in a span of its own. */
export const traced = <T>(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  work: () => Promise<T>,
): Promise<T> => tracer.startActiveSpan(name, { attributes: { ...attributes } }, (span) => ended(span, work));

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // The text of an error may name somebody: that it failed is enough.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
