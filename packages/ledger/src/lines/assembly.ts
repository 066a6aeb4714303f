/** The code of packages/ledger/assembly, which does what is done with many entries at once: docs/adr/0082-hashing-in-four-lanes.md says why it is there. */
import { assembly } from './assembly.generated.ts';

/** What it exports. A place is one of its memory, a length one of bytes. */
interface Assembly {
  readonly memory: WebAssembly.Memory;
  /** Where the memory begins that is the caller's. */
  freeMemory(): number;
  /** What is hashed before a field, and before the fields of a line. */
  setLabels(field: number, fieldLength: number, line: number, lineLength: number): void;
  setLines(bodies: number, bodiesLength: number, salts: number, saltsLength: number): void;
  setOut(records: number, commitments: number, places: number): void;
  /** Commits lines; false where there are not so many. */
  commitLines(count: number): boolean;
  /** Hashes entries; false where there are not so many, or one is too long. */
  hashEntries(entries: number, length: number, count: number, ends: number, leaves: number): boolean;
  /** How many entries from one on are like a model, and commit to the lines that were committed. */
  countAlike(
    entries: number,
    ends: number,
    from: number,
    until: number,
    model: number,
    length: number,
    payloadAt: number,
    payloads: number,
    payloadCommitments: number,
    attributesAt: number,
    attributes: number,
    attributesCommitments: number,
  ): number;
  tileRoot(leaves: number, root: number): void;
  /** Hashes texts under the pads of a key; false where one has no room. */
  hashKeyed(pads: number, texts: number, ends: number, count: number, hashes: number): boolean;
}

const lanes = 16;
/** Bytes behind what is read, since sixteen are read at once, and more may be written than was asked for. */
const slack = 64;
const pageBytes = 65_536;

/** Its memory, laid out anew for each use: nothing here is asynchronous, so that it is never used twice at once. */
export interface Machine {
  readonly code: Assembly;
  /** The whole memory, until it is laid out again. */
  readonly bytes: Buffer;
  /** Takes so many bytes; the places are aligned to a vector. */
  take(length: number): number;
  /** Copies bytes into the memory. */
  put(bytes: Uint8Array): number;
  /** Copies bytes into the memory and gives back what they took; they are to be read there. */
  move(bytes: Buffer): Moved;
}

/** Bytes in the memory, and where. */
export interface Moved {
  readonly at: number;
  readonly bytes: Buffer;
}

/** What so many bytes take of the memory. */
export const roomFor = (length: number): number => (length + slack + lanes - 1) & -lanes;

/** The code with a memory. */
interface Instance {
  readonly code: Assembly;
  readonly free: number;
}

let compiled: WebAssembly.Module | null = null;

function start(): Instance {
  compiled ??= new WebAssembly.Module(Buffer.from(assembly, 'base64'));
  const code = new WebAssembly.Instance(compiled).exports as unknown as Assembly;
  return { code, free: code.freeMemory() };
}

/**
 * A memory that nobody else lays out anew.
 *
 * @returns lays it out
 */
export function memoryOfItsOwn(): (room: number) => Machine {
  let instance: Instance | null = null;
  return (room) => {
    instance ??= start();
    return laidOut(instance, room);
  };
}

/**
 * Lays the memory of readers out anew.
 *
 * @param room bytes of all that will be taken, by {@link roomFor}
 */
export const layOut = memoryOfItsOwn();

function laidOut({ code, free }: Instance, room: number): Machine {
  const missing = free + lanes + room - code.memory.buffer.byteLength;
  if (missing > 0) code.memory.grow(Math.ceil(missing / pageBytes));
  const bytes = Buffer.from(code.memory.buffer);
  let next = (free + lanes - 1) & -lanes;
  const take = (length: number): number => {
    const at = next;
    next += roomFor(length);
    return at;
  };
  const put = (own: Uint8Array): number => {
    const at = take(own.length);
    bytes.set(own, at);
    return at;
  };
  const move = (own: Buffer): Moved => {
    const at = put(own);
    const there = { at, bytes: bytes.subarray(at, at + own.length) };
    giveBack(own);
    return there;
  };
  return { code, bytes, take, put, move };
}

/** Left to the garbage collector, which sees how small it is and not what it holds, they would be tens of megabytes. */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
