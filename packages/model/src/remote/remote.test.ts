import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModelFeature } from '../model.ts';
import type { RemoteProtocol } from './protocol.ts';
import { remoteModel } from './remote-model.ts';

const features: readonly ModelFeature[] = [
  { name: 'income', categories: null, unknown: 'missing' },
  { name: 'housing', categories: ['own', 'rent'], unknown: 'missing' },
];
const rows = [Float64Array.of(20, 1), Float64Array.of(30, 0)];

interface Got {
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
}
const got: Got[] = [];
let answer: { readonly status: number; readonly body: string } = { status: 200, body: '' };
let url = '';
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString());
    got.push({ path: request.url ?? '', body, authorization: request.headers.authorization });
    response.writeHead(answer.status);
    response.end(answer.body);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (protocol: RemoteProtocol, asked = rows, outputs = 1, to = url) =>
  remoteModel({
    url: to,
    protocol,
    features,
    outputs,
    fetch: globalThis.fetch,
    headers: { authorization: 'Bearer x' },
  }).predict(asked);

const asLists = (answers: readonly Float64Array[]): number[][] => answers.map((each) => [...each]);
const last = (): Got | undefined => got.at(-1);

test('Open Inference Protocol v2', async () => {
  const outputs = [
    { name: 'label', shape: [2], datatype: 'INT64', data: [0, 1] },
    { name: 'chance', shape: [2, 2], datatype: 'FP64', data: [0.75, 0.25, 0.5, 0.5] },
  ];
  answer = { status: 200, body: JSON.stringify({ model_name: 'loans', outputs }) };
  const protocol = { kind: 'open-inference', model: 'lo ans', version: '3', output: 'chance' } as const;
  expect(asLists(await ask(protocol, rows, 2))).toEqual([
    [0.75, 0.25],
    [0.5, 0.5],
  ]);
  expect(last()).toEqual({
    path: '/v2/models/lo%20ans/versions/3/infer',
    body: {
      inputs: [{ name: 'input-0', shape: [2, 2], datatype: 'FP64', data: [20, 1, 30, 0] }],
      outputs: [{ name: 'chance' }],
    },
    authorization: 'Bearer x',
  });
  await expect(ask(protocol, [Float64Array.of(Number.NaN, 1)], 2)).rejects.toThrow(/missing-value.*income/);
});

test('MLflow', async () => {
  answer = { status: 200, body: '{"predictions": [0.25, 0.5]}' };
  expect(
    asLists(await ask({ kind: 'mlflow' }, [Float64Array.of(Number.NaN, 1), Float64Array.of(30, 0)])),
  ).toEqual([[0.25], [0.5]]);
  expect(last()?.path).toBe('/invocations');
  expect(last()?.body).toEqual({
    dataframe_split: {
      columns: ['income', 'housing'],
      data: [
        [null, 'rent'],
        [30, 'own'],
      ],
    },
  });
});

test('plain JSON', async () => {
  answer = { status: 200, body: '[[1, 2], [3, 4]]' };
  expect(asLists(await ask({ kind: 'plain' }, rows, 2))).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(last()?.body).toEqual({
    columns: ['income', 'housing'],
    rows: [
      [20, 'rent'],
      [30, 'own'],
    ],
  });
});

test.each([
  ['a status that refuses', { status: 503, body: 'no' }, 'OMBUD_E_MODEL_REMOTE/status'],
  ['something that is not JSON', { status: 200, body: '<html>' }, 'OMBUD_E_MODEL_REMOTE/not-json'],
  ['too few answers', { status: 200, body: '{"predictions": [1]}' }, 'OMBUD_E_MODEL_REMOTE/shape'],
  ['labels', { status: 200, body: '{"predictions": ["yes", "no"]}' }, 'OMBUD_E_MODEL_REMOTE/shape'],
  ['nothing', { status: 200, body: 'null' }, 'OMBUD_E_MODEL_REMOTE/shape'],
])('%s', async (_, given, code) => {
  answer = given;
  await expect(ask({ kind: 'mlflow' })).rejects.toThrow(code);
});

test('a server that is not there, and no secret of the address in the error', async () => {
  const asked = ask({ kind: 'plain' }, rows, 1, 'http://name:secret@127.0.0.1:1/score?key=secret');
  await expect(asked).rejects.toThrow(/OMBUD_E_MODEL_REMOTE\/no-answer/);
  await expect(asked).rejects.not.toThrow(/secret/);
});

test('nobody is asked about nobody', async () => {
  const before = got.length;
  expect(await ask({ kind: 'plain' }, [])).toEqual([]);
  expect(got).toHaveLength(before);
});
