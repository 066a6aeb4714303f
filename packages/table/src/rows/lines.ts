/** A line of a stream of bytes, without its end; null where its bytes are not UTF-8. */
export interface Line {
  /** From 1. */
  readonly line: number;
  readonly text: string | null;
}

const lineEnd = 0x0a;
const byteOrderMark = '\uFEFF';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of UTF-8 bytes, or null. A byte-order mark stays. */
export function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

const withoutMark = (text: string): string => (text.startsWith(byteOrderMark) ? text.slice(1) : text);

/** Lines of whole bytes: decoded at once, and one by one only where some line is not UTF-8. */
function linesIn(bytes: Uint8Array, first: number): Line[] {
  const whole = decodeStrict(bytes);
  const texts =
    whole === null ? splitBytes(bytes).map(decodeStrict) : (whole.split('\n') as readonly (string | null)[]);
  return texts.map((text, i) => {
    const line = first + i;
    return { line, text: line === 1 && text !== null ? withoutMark(text) : text };
  });
}

function splitBytes(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...parts, bytes.subarray(start)];
}

/**
 * Cuts a stream into lines, as many at a time as came together. Only `\n` ends a line: a lone CR, U+2028 and U+0085 are
 * characters like others. A byte-order mark at the start is left out. What follows the last `\n` is a line where it is
 * not empty.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let next = 1;
  let rest: Uint8Array[] = [];
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(lineEnd);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    const lines = linesIn(Buffer.concat([...rest, chunk.subarray(0, end)]), next);
    next += lines.length;
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    yield lines;
  }
  const last = Buffer.concat(rest);
  if (last.length > 0) yield linesIn(last, next);
}
