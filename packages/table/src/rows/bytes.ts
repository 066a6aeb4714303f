import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { tableErrors } from '../errors.ts';
import { refuseDatabase } from '../sources/source.ts';

/** The name of what comes in on standard input. */
export const standardInput = '-';

const chunkBytes = 1 << 18;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((code, i) => bytes[i] === code);
const isGzip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x1f, 0x8b]);
const isZstd = (bytes: Uint8Array): boolean => startsWith(bytes, [0x28, 0xb5, 0x2f, 0xfd]);

/** What comes in on standard input. */
export type Input = AsyncIterable<Uint8Array | string>;

/** The first bytes of a stream, and the stream from its start. */
export interface Opened {
  readonly head: Uint8Array;
  readonly bytes: Readable;
}

async function* chained(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Reads at least a few bytes, if there are as many, without losing them. */
async function peek(stream: Input): Promise<Opened> {
  const chunks = (async function* () {
    for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  })();
  let head: Uint8Array = new Uint8Array();
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    head = Buffer.concat([head, next.value]);
    if (head.length >= 4 && /\S/.test(Buffer.from(head).toString('latin1'))) break;
  }
  return {
    head,
    bytes: Readable.from(chained(head, chunks), { objectMode: false, highWaterMark: chunkBytes }),
  };
}

/**
 * Opens a file, or `-` for what comes in, and unpacks gzip and Zstandard, which are known by their first bytes whatever
 * the name.
 * @param input what comes in on standard input
 * @throws OmbudError `OMBUD_E_NO_SOURCE` where there is no such file
 */
export async function openBytes(file: string, input?: Input): Promise<Opened> {
  if (file === standardInput && !input)
    throw tableErrors.error('OMBUD_E_NO_SOURCE', 'no-file', { source: file });
  if (file !== standardInput) await requireFile(file);
  const packed = await peek(
    file === standardInput && input ? input : createReadStream(file, { highWaterMark: chunkBytes }),
  );
  if (!isGzip(packed.head) && !isZstd(packed.head)) return packed;
  const unpacked = packed.bytes.pipe(isGzip(packed.head) ? createGunzip() : createZstdDecompress());
  packed.bytes.on('error', (error) => unpacked.destroy(error));
  return peek(unpacked);
}

async function requireFile(file: string): Promise<void> {
  refuseDatabase(file);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw tableErrors.error('OMBUD_E_NO_SOURCE', 'no-file', { source: file });
}
