import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowFormat } from '../sources/format.ts';
import { allRows, readRows } from './read-rows.ts';
import type { Row } from './row.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-rows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

async function* cut(bytes: Uint8Array, every: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += every) yield bytes.subarray(i, i + every);
}

/** Rows of bytes that come in on standard input, in chunks of any size. */
const rowsOf = (content: string | Uint8Array, format?: RowFormat, every = 7): Promise<Row[]> =>
  allRows({ file: '-', input: cut(Buffer.from(content), every), ...(format ? { format } : {}) });
const valuesOf = async (content: string | Uint8Array, format?: RowFormat): Promise<unknown[]> =>
  (await rowsOf(content, format)).map((row) => ('values' in row ? row.values : row.refused.reason));

/** Anything that delimited text can hold: a lone CR, quotes, delimiters, U+2028, line ends. */
const cell = fc.string({
  unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\t', '\n', '\u2028', '\r', ' ', '😀', '0', ''),
});
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const json = fc.json({ maxDepth: 3 });
const object = fc.dictionary(fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 5,
  noNullPrototype: true,
});
const chunk = fc.integer({ min: 1, max: 40 });
/** The text that JSON has for a value, read back: what a row must hold. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('each format keeps each value exactly', () => {
  test('delimited text', async () => {
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, chunk, fc.constantFrom(',', ';', '\t', '|'), async (rows, every, delimiter) => {
        const lines = rows.map((row) => row.map(quoted).join(delimiter));
        const content = Buffer.from([`left${delimiter}right`, ...lines].join('\n'));
        const read = { delimiter };
        const found = await allRows({ file: '-', input: cut(content, every), format: 'csv', read });
        expect(found.map((row) => 'values' in row && row.values)).toEqual(
          rows.map(([left, right]) => ({ left, right })),
        );
      }),
    );
  });

  test('JSON, an object a line and an array', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 5 }), chunk, async (objects, every) => {
        const lines = objects.map((one) => JSON.stringify(one)).join('\n');
        const asLines = await rowsOf(lines, 'ndjson', every);
        const asArray = await rowsOf(JSON.stringify(objects, null, 1), 'json', every);
        const values = (rows: readonly Row[]) => rows.map((row) => 'values' in row && row.values);
        expect(values(asLines)).toEqual(objects.map(plain));
        expect(values(asArray)).toEqual(objects.map(plain));
      }),
    );
  });

  test('a member named __proto__ inside of a value is kept, and a column of that name is refused', async () => {
    const inside = '{"inputs":{"__proto__":{"a":[{"__proto__":1}]}}}';
    expect(await valuesOf(inside, 'ndjson')).toEqual([JSON.parse(inside)]);
    expect(await valuesOf('{"__proto__":"F"}', 'ndjson')).toEqual(['unsafe-name']);
  });

  test('every number of JSON is the number or its digits', async () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,25})?(e[+-]?\d{1,3})?$/);
    /** The value of a decimal as a fraction of whole numbers: exact, and not how the reader does it. */
    const fraction = (text: string): [bigint, bigint] => {
      const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
      const [whole = '', part = ''] = mantissa.split('.');
      const power = Number(exponent) - part.length;
      const ten = 10n ** BigInt(Math.abs(power));
      return power < 0 ? [BigInt(whole + part), ten] : [BigInt(whole + part) * ten, 1n];
    };
    await fc.assert(
      fc.asyncProperty(digits, async (text) => {
        const [row] = await rowsOf(`{"n":${text}}`, 'ndjson');
        const value = row && 'values' in row ? row.values.n : null;
        const [a, b] = fraction(text);
        const [c, d] = fraction(String(value));
        expect(a * d).toBe(c * b);
      }),
    );
  });

  test('Parquet keeps whole numbers, decimals, texts, times and bytes', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT 9007199254740993::BIGINT AS big, 12::BIGINT AS small, 1.10::DECIMAL(5,2) AS dec,
      12345678901234567.89::DECIMAL(20,2) AS long, DATE '2026-02-01' AS day, TIMESTAMP '2026-02-01 03:04:05.123456' AS at,
      'ü"\n,' AS t, true AS b, NULL::VARCHAR AS none, 'nan'::DOUBLE AS nan, [1, 2] AS list, {'x': 9007199254740993} AS s,
      '\\xAA\\x00'::BLOB AS bytes) TO '${at('x.parquet')}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    const expected = {
      big: '9007199254740993',
      small: 12,
      dec: 1.1,
      long: '12345678901234567.89',
      day: '2026-02-01',
      at: '2026-02-01 03:04:05.123456',
      t: 'ü"\n,',
      b: true,
      none: null,
      nan: 'NaN',
      list: [1, 2],
      s: { x: '9007199254740993' },
      bytes: 'qgA=',
    };
    expect(await allRows({ file: at('x.parquet') })).toEqual([{ line: 1, values: expected }]);
    expect(await valuesOf(readFileSync(at('x.parquet')))).toEqual([expected]);
    writeFileSync(at('cut.parquet'), readFileSync(at('x.parquet')).subarray(0, 200));
    await expect(allRows({ file: at('cut.parquet') })).rejects.toMatchObject({
      code: 'OMBUD_E_UNREADABLE',
      reason: 'cut-short',
    });
  });
});

describe('strict intake', () => {
  test('9007199254740993 and 9007199254740992 are two people', async () => {
    expect(await valuesOf('{"id":9007199254740993}\n{"id":9007199254740992}')).toEqual([
      { id: '9007199254740993' },
      { id: 9007199254740992 },
    ]);
  });

  test('bytes that are not UTF-8 are refused by their line, in each format of text', async () => {
    const latin1 = (text: string) => Buffer.from(text, 'latin1');
    expect(await rowsOf(latin1('{"a":1}\n{"a":"ü"}\n{"a":2}\n'))).toEqual([
      { line: 1, values: { a: 1 } },
      { line: 2, refused: { reason: 'not-utf-8', params: {} } },
      { line: 3, values: { a: 2 } },
    ]);
    expect(await valuesOf(latin1('[{"a":1},{"a":"ü"},{"a":2}]'))).toEqual([{ a: 1 }, 'not-utf-8', { a: 2 }]);
    expect(await valuesOf(latin1('a,b\n1,2\nü,3\n4,5\n'))).toEqual([
      { a: '1', b: '2' },
      'not-utf-8',
      { a: '4', b: '5' },
    ]);
  });

  test('a key that comes twice is refused, also deep inside; a colon in a text is none', async () => {
    expect(
      await valuesOf('{"a":1,"a":2}\n{"a":{"b":1,"b":1}}\n{"a:b":"c:d","e":"\\"f\\\\"}\n{"\\u0061":1,"a":1}'),
    ).toEqual(['key-twice', 'key-twice', { 'a:b': 'c:d', e: '"f\\' }, 'key-twice']);
  });

  test('a byte-order mark is no fault', async () => {
    expect(await valuesOf('\ufeff{"a":1}')).toEqual([{ a: 1 }]);
    expect(await valuesOf('\ufeff[{"a":1}]')).toEqual([{ a: 1 }]);
    expect(await valuesOf('\ufeffa,b\n1,2')).toEqual([{ a: '1', b: '2' }]);
    expect(await valuesOf(Buffer.from('\ufeffa,b\n1,ü', 'utf16le'))).toEqual([{ a: '1', b: 'ü' }]);
  });

  test('only \\n ends a line: U+2028, U+0085 and a lone CR do not', async () => {
    expect(await valuesOf('{"a":"x\u2028y\u0085"}\r\n{"a":2}\r{"b":3}\n')).toEqual([
      { a: 'x\u2028y\u0085' },
      'not-json',
    ]);
    expect(await valuesOf('a,b\n1\u2028,2\r3\n')).toEqual([{ a: '1\u2028', b: '2\r3' }]);
    expect(await valuesOf('a,b\r\n1,2\r\n')).toEqual([{ a: '1', b: '2' }]);
  });

  test('a row 5,000 levels deep is one refused row', async () => {
    const deep = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    expect(await valuesOf(`{"a":1}\n${deep}\n{"a":2}`)).toEqual([{ a: 1 }, 'too-deep', { a: 2 }]);
    expect(await valuesOf(`[{"a":1},${deep},{"a":2}]`)).toEqual([{ a: 1 }, 'too-deep', { a: 2 }]);
  });

  test('what is no object is refused by its line', async () => {
    expect((await rowsOf('[\n {"a":1},\n 3,\n  [4],\n {"a" 5},\n null\n]')).map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6,
    ]);
    expect(await valuesOf('[{"a":1},3,[4],{"a" 5},]')).toEqual([
      { a: 1 },
      'not-object',
      'not-object',
      'not-json',
      'not-json',
    ]);
    expect(await valuesOf('[]')).toEqual([]);
  });

  test.each(['[{"a":1}', '[{"a":1}] more', '[{"a":"]'])('the array %s is cut short', async (text) => {
    await expect(rowsOf(text)).rejects.toMatchObject({ code: 'OMBUD_E_UNREADABLE', reason: 'cut-short' });
  });

  test('a stray quote refuses its line and not the rest', async () => {
    const rows = await rowsOf('a,b\n1,"x\ny"\n2,"never\n3,4\n5,6 "7" 8\n9,"1"0\n');
    expect(rows.map((row) => ('values' in row ? row.values : [row.line, row.refused.reason]))).toEqual([
      { a: '1', b: 'x\ny' },
      [4, 'quotes'],
      { a: '3', b: '4' },
      [6, 'quotes'],
      [7, 'quotes'],
    ]);
  });

  test('what has come is given before more comes', async () => {
    let arrived: (() => void) | undefined;
    const more = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    async function* slow() {
      yield Buffer.from('{"a":1}\n{"a":2}\n');
      await more;
      yield Buffer.from('{"a":3}\n');
    }
    const batches = readRows({ file: '-', input: slow() });
    expect((await batches.next()).value).toHaveLength(2);
    arrived?.();
    expect((await batches.next()).value).toHaveLength(1);
    expect((await batches.next()).done).toBe(true);
  });
});

test('packed files are known by their first bytes, whatever the name', async () => {
  const content = 'a,b\n1,2\n';
  for (const [name, bytes] of [
    ['x', gzipSync(content)],
    ['y.csv', zstdCompressSync(content)],
    ['z.csv.gz', gzipSync(content)],
  ] as const) {
    writeFileSync(at(name), bytes);
    expect(await allRows({ file: at(name) })).toEqual([{ line: 2, values: { a: '1', b: '2' } }]);
  }
  writeFileSync(at('broken.gz'), gzipSync(content.repeat(1000)).subarray(0, 30));
  await expect(allRows({ file: at('broken.gz') })).rejects.toMatchObject({ code: 'OMBUD_E_UNREADABLE' });
  await expect(allRows({ file: at('nothing') })).rejects.toMatchObject({ code: 'OMBUD_E_NO_SOURCE' });
});

test('JSON of any shape never ends the reading of lines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(json, { minLength: 1, maxLength: 4 }), async (texts) => {
      const rows = await rowsOf(`${texts.join('\n')}\n{"last":true}\n`, 'ndjson');
      expect(rows.at(-1)).toMatchObject({ values: { last: true } });
    }),
  );
});
