/** Fingerprints that wait in a temporary file until all are there, in parts by their first bits: those that are the same lie in one part. */
import { type Cipheriv, createCipheriv, createDecipheriv, type Decipheriv, randomBytes } from 'node:crypto';
import { openTemporaryFile, type TemporaryFile } from './temporary-file.ts';

/** As many that a part of a log of a hundred million entries takes 3 MB. */
const parts = 256;
/** Fingerprints that a part holds before it writes them, and their bytes. */
const chunk = 128;
const chunkBytes = chunk * 8;

interface Part {
  /** Two numbers for each. */
  readonly waiting: Uint32Array<ArrayBuffer>;
  used: number;
  /** Where in the file those before them lie, by chunks. */
  readonly written: number[];
  readonly cipher: Cipheriv;
}

/** Fingerprints of which it is asked at the end which came more than once. */
export interface SpilledPrints {
  add(tag: number, place: number): void;
  /** The first number of each that came more than once. */
  tagsAgain(): ReadonlySet<number>;
  /** Gives the file and the memory back. */
  close(): void;
}

/** Begins a file, which is nobody else's to read; null where none can be made. */
export function spillPrints(folder: string): SpilledPrints | null {
  const file = openTemporaryFile(folder);
  if (file === null) return null;
  // It dies with the process: what is left of the file after a crash tells nobody who was in a ledger.
  const key = randomBytes(16);
  let all = Array.from(
    { length: parts },
    (_, i): Part => ({
      waiting: new Uint32Array(chunk * 2),
      used: 0,
      written: [],
      cipher: createCipheriv(algorithm, key, beginningOf(i)),
    }),
  );
  let chunks = 0;
  const write = (part: Part): void => {
    passed(part.cipher, bytesOf(part.waiting), (sealed) => file.write(sealed, chunks * chunkBytes));
    part.written.push(chunks);
    part.used = 0;
    chunks += 1;
  };
  return {
    add(tag, place) {
      const part = all[tag % parts];
      if (part === undefined) return;
      part.waiting[part.used * 2] = tag;
      part.waiting[part.used * 2 + 1] = place;
      part.used += 1;
      if (part.used === chunk) write(part);
    },
    tagsAgain() {
      const most = Math.max(...all.map(countOf));
      const room = new Uint32Array(most * 2);
      const again = new Set<number>();
      for (const [i, part] of all.entries()) {
        readPart(part, room, file, createDecipheriv(algorithm, key, beginningOf(i)));
        noteAgain(room, countOf(part), again);
      }
      return again;
    },
    close() {
      file.close();
      all = [];
    },
  };
}

const countOf = ({ written, used }: Part): number => written.length * chunk + used;

const bytesOf = (numbers: Uint32Array<ArrayBuffer>): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function readPart(
  { waiting, used, written }: Part,
  room: Uint32Array<ArrayBuffer>,
  file: TemporaryFile,
  decipher: Decipheriv,
): void {
  const bytes = Buffer.alloc(chunkBytes);
  for (const [i, at] of written.entries()) {
    file.read(bytes, at * chunkBytes);
    passed(decipher, bytes, (opened) => opened.copy(bytesOf(room), i * chunkBytes));
  }
  room.set(waiting.subarray(0, used * 2), written.length * chunk * 2);
}

/** Sorts so many fingerprints, and notes those that lie beside one that is the same. */
function noteAgain(numbers: Uint32Array<ArrayBuffer>, count: number, again: Set<number>): void {
  // Both numbers of a fingerprint as one: the engine sorts these without a call for each comparison.
  new BigUint64Array(numbers.buffer, 0, count).sort();
  for (let at = 2; at < count * 2; at += 2) {
    const tag = numbers[at] ?? 0;
    if (tag === numbers[at - 2] && numbers[at + 1] === numbers[at - 1]) again.add(tag);
  }
}

const algorithm = 'aes-128-ctr';

/** Where the cipher of a part begins to count; no part comes as far as the next one. */
function beginningOf(part: number): Buffer {
  const counter = Buffer.alloc(16);
  counter.writeUInt32BE(part);
  return counter;
}

/** Bytes as they leave a cipher, for as long as `use` takes: left to the collector they would be as many megabytes as the file. */
function passed(cipher: Cipheriv | Decipheriv, bytes: Buffer, use: (passed: Buffer) => void): void {
  const result = cipher.update(bytes);
  use(result);
  if (result.length === result.buffer.byteLength) (result.buffer as ArrayBuffer).transfer(0);
}
