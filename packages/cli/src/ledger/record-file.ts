/** Recording a file, whatever its rows become: one line of JSON for each row, a sentence for each that was refused. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Accepted, appErrors, type Context, type Recorded, type RecordingListener } from '@ombud/app';
import { type Batch, type RowFormat, readRows } from '@ombud/table';
import { hasWords, say } from '@ombud/words';
import { language, sentence, withContext } from '../terminal.ts';

/** Flags that say how a file is read and what is told of it. */
export interface FileFlags {
  readonly format?: RowFormat;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** Where rows come from, where lines go, and where messages go. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly messages: Writable;
}

/** The streams of this process. */
export const ownStreams = (): Streams => ({
  input: process.stdin,
  output: process.stdout,
  messages: process.stderr,
});

async function writeLines(output: Writable, rows: readonly Accepted[]): Promise<void> {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (text !== '' && !output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
}

/**
 * Reads a file and records its rows.
 * @param work the use case, given the rows and what hears of them
 * @throws OmbudError `OMBUD_E_LEDGER_INPUT` at the end where rows were refused; the others are recorded
 */
export async function recordFile(
  file: string,
  { format, out, quiet = false }: FileFlags,
  { input, output, messages }: Streams,
  work: (
    rows: AsyncIterable<Batch>,
    listener: RecordingListener & { readonly fileDigest?: string },
    context: Context,
  ) => Promise<Recorded>,
): Promise<void> {
  const rows = readRows({ file, input, ...(format ? { format } : {}) });
  const lines = out === undefined ? null : await open(out, 'w');
  const fileDigest = file === '-' ? null : await digestOf(file);
  const listener: RecordingListener & { readonly fileDigest?: string } = {
    ...(fileDigest === null ? {} : { fileDigest }),
    accepted: async (accepted) => {
      if (lines) await lines.write(accepted.map((row) => `${JSON.stringify(row)}\n`).join(''));
      else if (!quiet) await writeLines(output, accepted);
    },
    refused: ({ line, reason, params }) => {
      const key = hasWords(`row/${reason}`) ? `row/${reason}` : reason;
      const why = say(language, key, params).replace(/\.$/, '');
      messages.write(sentence('append/refused', { line, file, why }));
    },
  };
  try {
    const counts = await withContext((context) => work(rows, listener, context), quiet);
    if (counts.repeated > 0) messages.write(sentence('append/repeated', { ...counts, file }));
    requireAll(counts, file);
  } finally {
    await lines?.close();
  }
}

/** SHA-256 of a file, hexadecimal; null where it cannot be read, which its reader says better. */
async function digestOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

function requireAll({ accepted, refused }: Recorded, file: string): void {
  const params = { refused, all: accepted + refused, accepted, file };
  if (refused > 0) throw appErrors.error('OMBUD_E_LEDGER_INPUT', 'rows-refused', params);
  if (accepted === 0) throw appErrors.error('OMBUD_E_LEDGER_INPUT', 'no-rows', params);
}
