/** Commits the lines of payloads or of attributes under their salts: src/entry/commitment.ts says how. */
import { writeBase64 } from './base64';
import { findFields, foundFields, placeBytes } from './fields';
import { clearMessages, endMessage, hasRoomFor, put, putBase64, putByte } from './message';
import { digestAll, digestBytes } from './sha256';

const lineFeed: u8 = 0x0a;
const saltChars: usize = 24;

/** What is known of a line, in numbers of 32 bits: places count from the start of the bodies, and of the salts. */
export const recordBytes: usize = 32;
const fieldCount: usize = 0; // -1 where the line takes the slow way
const firstField: usize = 4;
const bodyFrom: usize = 8;
const bodyEnd: usize = 12;
const saltFrom: usize = 16;
const saltEnd: usize = 20;
const tag: usize = 24; // a fingerprint, as src/check/seen-hashes.ts makes it of base64
const place: usize = 28;

/** Bytes from one commitment to the next: its 44, and what {@link writeBase64} writes behind them. */
export const commitmentBytes: usize = 48;

/** Fields that are hashed together: few enough for the queue, and for the nearest memory. */
const mostFields = 256;
/** What a field's message holds beside its name and value, and more. */
const fieldRoom: usize = 192;
const digests: usize = memory.data(mostFields * 32, 16);

const opening: usize = memory.data<u8>([0x0a, 0x22, 0x2f]); // \n"/
// \n"/inputs/
const openingOfInput: usize = memory.data<u8>([0x0a, 0x22, 0x2f, 0x69, 0x6e, 0x70, 0x75, 0x74, 0x73, 0x2f]);

/** Where the lines lie, how they are labelled, and where what is known of them goes. */
let fieldLabel: usize = 0;
let fieldLabelLength: usize = 0;
let label: usize = 0;
let labelLength: usize = 0;
let bodies: usize = 0;
let bodiesEnd: usize = 0;
let salts: usize = 0;
let saltsEnd: usize = 0;
let records: usize = 0;
let commitments: usize = 0;
let places: usize = 0;

/** Says what is hashed before a field, and before the fields of a line. */
export function setLabels(ofField: usize, ofFieldLength: usize, ofLine: usize, ofLineLength: usize): void {
  fieldLabel = ofField;
  fieldLabelLength = ofFieldLength;
  label = ofLine;
  labelLength = ofLineLength;
}

/** Says where the lines lie, a line feed between two. */
export function setLines(bodiesAt: usize, bodiesLength: usize, saltsAt: usize, saltsLength: usize): void {
  bodies = bodiesAt;
  bodiesEnd = bodiesAt + bodiesLength;
  salts = saltsAt;
  saltsEnd = saltsAt + saltsLength;
}

/** Says where to write: a record and a commitment for each line, and the places of all fields. */
export function setOut(recordsAt: usize, commitmentsAt: usize, placesAt: usize): void {
  records = recordsAt;
  commitments = commitmentsAt;
  places = placesAt;
}

/** Commits `count` lines; false where there are not as many. */
export function commitLines(count: i32): bool {
  let body = bodies;
  let salt = salts;
  let fields = 0;
  let first = 0;
  let firstOfBatch = 0;
  for (let line = 0; line < count; line++) {
    if (body > bodiesEnd || salt > saltsEnd) return false;
    const record = records + <usize>line * recordBytes;
    const own = places + <usize>fields * placeBytes;
    const behind = findFields(body, bodiesEnd, own, mostFields, bodies);
    let found = behind !== 0 && endsLine(behind, bodiesEnd) ? foundFields() : -1;
    const saltsBehind = salt + <usize>found * saltChars;
    if (found >= 0 && !areSalts(salt, saltsBehind)) found = -1;
    const lineEnd = found < 0 ? endOfLine(body, bodiesEnd) : behind;
    const saltLineEnd = found < 0 ? endOfLine(salt, saltsEnd) : saltsBehind;
    const needed = (lineEnd - body) + <usize>max(found, 1) * fieldRoom;
    const isFull = fields + found - firstOfBatch > mostFields || line - first === mostFields;
    if (isFull || !hasRoomFor(needed)) {
      commitBatch(first, line, firstOfBatch);
      first = line;
      firstOfBatch = fields;
      if (!hasRoomFor(needed)) found = -1;
    }
    store<i32>(record, found, fieldCount);
    store<i32>(record, fields, firstField);
    store<i32>(record, <i32>(body - bodies), bodyFrom);
    store<i32>(record, <i32>(lineEnd - bodies), bodyEnd);
    store<i32>(record, <i32>(salt - salts), saltFrom);
    store<i32>(record, <i32>(saltLineEnd - salts), saltEnd);
    for (let i = 0; i < found; i++) {
      const digest = digests + <usize>(fields + i - firstOfBatch) * digestBytes;
      putField(own + <usize>i * placeBytes, salt + <usize>i * saltChars, digest);
    }
    if (found > 0) fields += found;
    body = lineEnd + 1;
    salt = saltLineEnd + 1;
  }
  commitBatch(first, count, firstOfBatch);
  return body === bodiesEnd + 1 && salt === saltsEnd + 1;
}

/** Hashes the fields that were put, and commits the lines from `from` on that they are of. */
function commitBatch(from: i32, until: i32, firstOfBatch: i32): void {
  digestAll();
  clearMessages();
  for (let line = from; line < until; line++) {
    const record = records + <usize>line * recordBytes;
    const found = load<i32>(record, fieldCount);
    if (found < 0) continue;
    put(label, labelLength);
    const own = digests + <usize>(load<i32>(record, firstField) - firstOfBatch) * digestBytes;
    for (let i = 0; i < found; i++) {
      putByte(lineFeed);
      putBase64(own + <usize>i * digestBytes);
    }
    // A digest lies where its characters will.
    endMessage(commitments + <usize>line * commitmentBytes);
  }
  digestAll();
  clearMessages();
  for (let line = from; line < until; line++) {
    const record = records + <usize>line * recordBytes;
    if (load<i32>(record, fieldCount) < 0) continue;
    const commitment = commitments + <usize>line * commitmentBytes;
    const low = bswap<u64>(load<u64>(commitment));
    const which = <u32>(low >> 28);
    store<u32>(record, which === 0 ? 1 : which, tag);
    store<u32>(record, bswap<u32>(load<u32>(commitment, 5)), place);
    writeBase64(commitment, commitment);
  }
}

function putField(at: usize, salt: usize, digest: usize): void {
  const name = bodies + load<u32>(at);
  const nameEnd = bodies + load<u32>(at, 4);
  const valueEnd = bodies + load<u32>(at, 8);
  put(fieldLabel, fieldLabelLength);
  put(salt, saltChars);
  if (load<i32>(at, 12) === 0) put(opening, 3);
  else put(openingOfInput, 10);
  // With the quote behind the name; the colon behind that is not part of either.
  put(name, nameEnd + 1 - name);
  putByte(lineFeed);
  put(nameEnd + 2, valueEnd - nameEnd - 2);
  endMessage(digest);
}

function endsLine(at: usize, end: usize): bool {
  return at === end || (at < end && load<u8>(at) === lineFeed);
}

export function endOfLine(at: usize, end: usize): usize {
  for (let i = at; i < end; i += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(i), i8x16.splat(lineFeed)));
    if (found !== 0) return min(i + ctz(found), end);
  }
  return end;
}

/**
 * Whether a line of salts ends here, none of them is like the one before it, and none begins with the same character three
 * times.
 */
function areSalts(from: usize, end: usize): bool {
  if (!endsLine(end, saltsEnd)) return false;
  for (let at = from; at < end; at += saltChars) {
    if (load<u8>(at) === load<u8>(at, 1) && load<u8>(at) === load<u8>(at, 2)) return false;
    if (at > from && isLikeBefore(at)) return false;
  }
  return true;
}

@inline function isLikeBefore(at: usize): bool {
  return (
    load<u64>(at) === load<u64>(at - saltChars) &&
    load<u64>(at, 8) === load<u64>(at - saltChars, 8) &&
    load<u64>(at, 16) === load<u64>(at - saltChars, 16)
  );
}
