/** Traces as an SDK of OpenTelemetry collects them. */
import { context, propagation, SpanKind, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, expect, test } from 'vitest';
import { decisions, keyOf, loans, startServer } from '../../test/world.ts';

const spans = new InMemorySpanExporter();
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
afterAll(() => {
  trace.disable();
  context.disable();
  propagation.disable();
});

test('a request is a span under the caller’s, its commit and its job are spans, and nobody is in them', async () => {
  const running = await startServer();
  const operator = await keyOf(running, 'operator');
  await operator('PUT', '/api/v1/systems/loans', loans);
  spans.reset();
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  const path = '/api/v1/systems/loans/decisions/batch';
  const told = await operator('POST', path, { decisions: decisions(3) }, { traceparent });
  expect(told.status).toBe(200);
  await operator('GET', '/api/v1/systems/nowhere');
  const finished = spans.getFinishedSpans();
  const request = finished.find(({ kind, name }) => kind === SpanKind.SERVER && name.startsWith('POST'));
  expect(request).toMatchObject({
    name: 'POST /api/v1/systems/{system}/decisions/batch',
    attributes: { 'ombud.route': 'decisions-record', 'http.response.status_code': 200 },
    parentSpanContext: { traceId, spanId: 'b7ad6b7169203331' },
  });
  const commit = finished.find(({ name }) => name === 'ledger commit');
  expect(commit?.parentSpanContext?.spanId).toBe(request?.spanContext().spanId);
  expect(commit?.attributes).toEqual({ 'ombud.entries': 3 });
  const missing = finished.find(({ name }) => name.startsWith('GET'));
  expect(missing?.attributes['http.response.status_code']).toBe(404);
  await expect.poll(() => spans.getFinishedSpans().some(({ name }) => name === 'job watch')).toBe(true);
  const text = JSON.stringify(
    spans
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  );
  expect(text).not.toMatch(/s-\d|"car"|nowhere/);
});
