import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Intake } from './intake-row.ts';

/** One JSON object a line; empty lines are passed over. */
export async function* readNdjson(stream: Readable): AsyncGenerator<Intake> {
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield readLine(text, line);
  }
}

function readLine(text: string, line: number): Intake {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, values: value as Record<string, unknown> };
    return { line, refused: 'it is not a JSON object' };
  } catch {
    return { line, refused: 'it is not valid JSON' };
  }
}
