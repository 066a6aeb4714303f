/** Recording a file, whatever its rows become: one line of JSON for each row, a sentence for each that was refused. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type Accepted,
  appErrors,
  type Context,
  cannotWrite,
  type Recorded,
  type RecordingListener,
} from '@ombud/app';
import { type Batch, type RowFormat, readRows } from '@ombud/table';
import { hasWords, say } from '@ombud/words';
import { cliErrors } from '../errors.ts';
import { language, sentence, withContext } from '../terminal.ts';
import { AskedToEnd, endingOnSignal } from './ending-on-signal.ts';

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

/** The streams of this process. What is recorded does not end with whoever reads the lines, so the process does not either. */
export function ownStreams(): Streams {
  process.stdout.removeAllListeners('error').on('error', () => {});
  return { input: process.stdin, output: process.stdout, messages: process.stderr };
}

/** Where the lines of what was recorded go. */
interface Lines {
  readonly write: (rows: readonly Accepted[]) => Promise<void>;
  /** @throws OmbudError `OMBUD_E_CANNOT_WRITE` where a line could not be written */
  readonly end: () => Promise<void>;
}

/** A place that takes no more lines ends no recording: it is named at the end. */
async function linesTo(out: string | undefined, output: Writable): Promise<Lines> {
  const fail = (cause: unknown) => cannotWrite(out ?? '/dev/stdout', cause);
  const file =
    out === undefined ? null : await open(out, 'w').catch((cause: unknown) => Promise.reject(fail(cause)));
  const put = (text: string): Promise<void> =>
    file?.appendFile(text) ??
    new Promise((resolve, reject) => {
      output.write(text, (error) => (error ? reject(error) : resolve()));
    });
  let failure: unknown;
  return {
    write: async (rows) => {
      if (failure !== undefined || rows.length === 0) return;
      try {
        await put(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      } catch (cause) {
        failure = cause;
      }
    },
    end: async () => {
      await file?.close();
      if (failure !== undefined) throw fail(failure);
    },
  };
}

/**
 * Reads a file and records its rows.
 * @param work the use case, given the rows and what hears of them
 * @throws OmbudError `OMBUD_E_LEDGER_INPUT` at the end where rows were refused; the others are recorded; `OMBUD_E_STOPPED` where a
 *   signal ended it
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
  const lines = await linesTo(out, output);
  let [recorded, line] = [0, 0];
  const fileDigest = file === '-' ? null : await digestOf(file);
  const listener: RecordingListener & { readonly fileDigest?: string } = {
    ...(fileDigest === null ? {} : { fileDigest }),
    accepted: async (accepted) => {
      recorded += accepted.length;
      line = Math.max(line, accepted.at(-1)?.line ?? 0);
      if (out !== undefined || !quiet) await lines.write(accepted);
    },
    refused: ({ line: refusedLine, reason, params }) => {
      line = Math.max(line, refusedLine);
      const key = hasWords(`row/${reason}`) ? `row/${reason}` : reason;
      const why = say(language, key, params).replace(/\.$/, '');
      messages.write(sentence('append/refused', { line: refusedLine, file, why }));
    },
  };
  let counts: Recorded;
  try {
    counts = await endingOnSignal((signal) =>
      withContext((context) => work(rows, listener, context), quiet, signal),
    );
  } catch (error) {
    await lines.end().catch(() => {});
    // Who sends again must know whether that doubles.
    if (recorded > 0)
      messages.write(sentence(file === '-' ? 'append/sent-so-far' : 'append/so-far', { recorded, file }));
    if (!(error instanceof AskedToEnd)) throw error;
    // Whoever sends may not have ended.
    input.destroy();
    throw cliErrors.error('OMBUD_E_STOPPED', 'signal', { signal: error.signal, line, file });
  }
  if (counts.repeated > 0) messages.write(sentence('append/repeated', { ...counts, file }));
  await lines.end().catch((error: unknown) => {
    messages.write(sentence('append/untold', { recorded, file }));
    throw error;
  });
  requireAll(counts, file);
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
