import { rowOfJson } from './json-object.ts';
import type { Line } from './lines.ts';
import { type Batch, badRow } from './row.ts';

/** One JSON object a line; empty lines are passed over. */
export async function* readNdjson(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<Batch> {
  for await (const some of lines)
    yield some.flatMap(({ line, text }) => {
      if (text === null) return badRow(line, 'not-utf-8');
      return text.trim() === '' ? [] : rowOfJson(text, line);
    });
}
