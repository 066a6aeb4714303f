/**
 * SHA-256 (FIPS 180-4) of four messages at once, one in each lane of a vector. A message lies padded in memory; it is put into
 * the queue, and a lane that has done with one takes the next, so that messages of any length keep all four busy.
 */

/** Bytes of a block, and of a digest. */
const block = 64;
export const digestBytes: usize = 32;

const primes: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const firstState: usize = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** The primes, each four times: a vector is added faster from memory than made of one number. */
const spread: usize = memory.data(64 * 16, 16);
for (let i = 0; i < 64; i++) v128.store(spread + i * 16, i32x4.splat(load<u32>(primes + i * 4)));

/** Eight vectors: word `i` of all four states. */
const states: usize = memory.data(8 * 16, 16);
/** Sixteen vectors: word `i` of all four blocks. */
const words: usize = memory.data(16 * 16, 16);

/** Of each lane: where its next block lies, how many are left, and where its digest goes. */
const lanes: usize = memory.data(4 * 12, 16);
/** What a lane reads that has nothing to do. */
const idle: usize = memory.data(block, 16);

const queueRoom = 2048;
const queue: usize = memory.data(queueRoom * 12, 16);
let queued = 0;
let next = 0;

/** Puts a message into the queue, which has room for as many as all messages together have blocks. */
export function enqueue(message: usize, blocks: i32, digest: usize): void {
  const job = queue + queued * 12;
  store<u32>(job, message);
  store<u32>(job, blocks, 4);
  store<u32>(job, digest, 8);
  queued += 1;
}

/** Hashes all that is in the queue, and empties it. */
export function digestAll(): void {
  next = 0;
  let busy = 0;
  for (let lane = 0; lane < 4; lane++) busy += i32(take(lane));
  while (busy > 0) {
    loadWords();
    compress();
    for (let lane = 0; lane < 4; lane++) {
      const own = lanes + lane * 12;
      const left = load<i32>(own, 4) - 1;
      store<i32>(own, left, 4);
      if (left > 0) store<u32>(own, load<u32>(own) + block);
      else if (left === 0) {
        giveDigest(lane, load<u32>(own, 8));
        if (!take(lane)) busy -= 1;
      }
    }
  }
  queued = 0;
}

/** Gives a lane the next message; false where there is none. */
function take(lane: i32): bool {
  const own = lanes + lane * 12;
  if (next === queued) {
    store<u32>(own, idle);
    store<i32>(own, 0, 4);
    return false;
  }
  const job = queue + next * 12;
  store<u64>(own, load<u64>(job));
  store<u32>(own, load<u32>(job, 8), 8);
  next += 1;
  for (let i = 0; i < 8; i++) store<u32>(states + i * 16 + lane * 4, load<u32>(firstState + i * 4));
  return true;
}

function giveDigest(lane: i32, digest: usize): void {
  for (let i = 0; i < 8; i++)
    store<u32>(digest + i * 4, bswap<u32>(load<u32>(states + i * 16 + lane * 4)));
}

/** Takes a block of each lane: vector `i` of `words` becomes word `i` of all four. */
function loadWords(): void {
  const a = load<u32>(lanes) as usize;
  const b = load<u32>(lanes, 12) as usize;
  const c = load<u32>(lanes, 24) as usize;
  const d = load<u32>(lanes, 36) as usize;
  for (let at: usize = 0; at < <usize>block; at += 16) {
    const wa = v128.load(a + at);
    const wb = v128.load(b + at);
    const wc = v128.load(c + at);
    const wd = v128.load(d + at);
    const lowAb = i32x4.shuffle(wa, wb, 0, 4, 1, 5);
    const lowCd = i32x4.shuffle(wc, wd, 0, 4, 1, 5);
    const highAb = i32x4.shuffle(wa, wb, 2, 6, 3, 7);
    const highCd = i32x4.shuffle(wc, wd, 2, 6, 3, 7);
    const to = words + at * 4;
    v128.store(to, swapped(i64x2.shuffle(lowAb, lowCd, 0, 2)));
    v128.store(to, swapped(i64x2.shuffle(lowAb, lowCd, 1, 3)), 16);
    v128.store(to, swapped(i64x2.shuffle(highAb, highCd, 0, 2)), 32);
    v128.store(to, swapped(i64x2.shuffle(highAb, highCd, 1, 3)), 48);
  }
}

/** Numbers of SHA-256 begin with their highest byte. */
@inline function swapped(x: v128): v128 {
  return i8x16.shuffle(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

@inline function rotated(x: v128, by: i32): v128 {
  return v128.or(i32x4.shr_u(x, by), i32x4.shl(x, 32 - by));
}

/** The word of the schedule that takes the place of `w`, sixteen words before it. */
@inline function scheduled(w: v128, after1: v128, after9: v128, after14: v128): v128 {
  const low = v128.xor(v128.xor(rotated(after1, 7), rotated(after1, 18)), i32x4.shr_u(after1, 3));
  const high = v128.xor(v128.xor(rotated(after14, 17), rotated(after14, 19)), i32x4.shr_u(after14, 10));
  return i32x4.add(i32x4.add(w, low), i32x4.add(after9, high));
}

/** T1 of the specification. */
@inline function first(h: v128, e: v128, f: v128, g: v128, word: v128, prime: usize): v128 {
  const sum = v128.xor(v128.xor(rotated(e, 6), rotated(e, 11)), rotated(e, 25));
  const chosen = v128.xor(v128.and(v128.xor(f, g), e), g);
  return i32x4.add(i32x4.add(i32x4.add(h, v128.load(prime)), i32x4.add(word, chosen)), sum);
}

/** T2 of the specification. */
@inline function second(a: v128, b: v128, ab: v128, bc: v128): v128 {
  const sum = v128.xor(v128.xor(rotated(a, 2), rotated(a, 13)), rotated(a, 22));
  return i32x4.add(sum, v128.xor(v128.and(ab, bc), b));
}

function compress(): void {
  let a = v128.load(states);
  let b = v128.load(states, 16);
  let c = v128.load(states, 32);
  let d = v128.load(states, 48);
  let e = v128.load(states, 64);
  let f = v128.load(states, 80);
  let g = v128.load(states, 96);
  let h = v128.load(states, 112);
  let w0 = v128.load(words);
  let w1 = v128.load(words, 16);
  let w2 = v128.load(words, 32);
  let w3 = v128.load(words, 48);
  let w4 = v128.load(words, 64);
  let w5 = v128.load(words, 80);
  let w6 = v128.load(words, 96);
  let w7 = v128.load(words, 112);
  let w8 = v128.load(words, 128);
  let w9 = v128.load(words, 144);
  let w10 = v128.load(words, 160);
  let w11 = v128.load(words, 176);
  let w12 = v128.load(words, 192);
  let w13 = v128.load(words, 208);
  let w14 = v128.load(words, 224);
  let w15 = v128.load(words, 240);
  let t: v128;
  let x: v128;
  let y = v128.xor(b, c);
  for (let k = spread; ; k += 256) {
    t = first(h, e, f, g, w0, k);
    d = i32x4.add(d, t);
    x = v128.xor(a, b);
    h = i32x4.add(t, second(a, b, x, y));
    t = first(g, d, e, f, w1, k + 16);
    c = i32x4.add(c, t);
    y = v128.xor(h, a);
    g = i32x4.add(t, second(h, a, y, x));
    t = first(f, c, d, e, w2, k + 32);
    b = i32x4.add(b, t);
    x = v128.xor(g, h);
    f = i32x4.add(t, second(g, h, x, y));
    t = first(e, b, c, d, w3, k + 48);
    a = i32x4.add(a, t);
    y = v128.xor(f, g);
    e = i32x4.add(t, second(f, g, y, x));
    t = first(d, a, b, c, w4, k + 64);
    h = i32x4.add(h, t);
    x = v128.xor(e, f);
    d = i32x4.add(t, second(e, f, x, y));
    t = first(c, h, a, b, w5, k + 80);
    g = i32x4.add(g, t);
    y = v128.xor(d, e);
    c = i32x4.add(t, second(d, e, y, x));
    t = first(b, g, h, a, w6, k + 96);
    f = i32x4.add(f, t);
    x = v128.xor(c, d);
    b = i32x4.add(t, second(c, d, x, y));
    t = first(a, f, g, h, w7, k + 112);
    e = i32x4.add(e, t);
    y = v128.xor(b, c);
    a = i32x4.add(t, second(b, c, y, x));
    t = first(h, e, f, g, w8, k + 128);
    d = i32x4.add(d, t);
    x = v128.xor(a, b);
    h = i32x4.add(t, second(a, b, x, y));
    t = first(g, d, e, f, w9, k + 144);
    c = i32x4.add(c, t);
    y = v128.xor(h, a);
    g = i32x4.add(t, second(h, a, y, x));
    t = first(f, c, d, e, w10, k + 160);
    b = i32x4.add(b, t);
    x = v128.xor(g, h);
    f = i32x4.add(t, second(g, h, x, y));
    t = first(e, b, c, d, w11, k + 176);
    a = i32x4.add(a, t);
    y = v128.xor(f, g);
    e = i32x4.add(t, second(f, g, y, x));
    t = first(d, a, b, c, w12, k + 192);
    h = i32x4.add(h, t);
    x = v128.xor(e, f);
    d = i32x4.add(t, second(e, f, x, y));
    t = first(c, h, a, b, w13, k + 208);
    g = i32x4.add(g, t);
    y = v128.xor(d, e);
    c = i32x4.add(t, second(d, e, y, x));
    t = first(b, g, h, a, w14, k + 224);
    f = i32x4.add(f, t);
    x = v128.xor(c, d);
    b = i32x4.add(t, second(c, d, x, y));
    t = first(a, f, g, h, w15, k + 240);
    e = i32x4.add(e, t);
    y = v128.xor(b, c);
    a = i32x4.add(t, second(b, c, y, x));
    if (k === spread + 768) break;
    w0 = scheduled(w0, w1, w9, w14);
    w1 = scheduled(w1, w2, w10, w15);
    w2 = scheduled(w2, w3, w11, w0);
    w3 = scheduled(w3, w4, w12, w1);
    w4 = scheduled(w4, w5, w13, w2);
    w5 = scheduled(w5, w6, w14, w3);
    w6 = scheduled(w6, w7, w15, w4);
    w7 = scheduled(w7, w8, w0, w5);
    w8 = scheduled(w8, w9, w1, w6);
    w9 = scheduled(w9, w10, w2, w7);
    w10 = scheduled(w10, w11, w3, w8);
    w11 = scheduled(w11, w12, w4, w9);
    w12 = scheduled(w12, w13, w5, w10);
    w13 = scheduled(w13, w14, w6, w11);
    w14 = scheduled(w14, w15, w7, w12);
    w15 = scheduled(w15, w0, w8, w13);
  }
  v128.store(states, i32x4.add(a, v128.load(states, 0)), 0);
  v128.store(states, i32x4.add(b, v128.load(states, 16)), 16);
  v128.store(states, i32x4.add(c, v128.load(states, 32)), 32);
  v128.store(states, i32x4.add(d, v128.load(states, 48)), 48);
  v128.store(states, i32x4.add(e, v128.load(states, 64)), 64);
  v128.store(states, i32x4.add(f, v128.load(states, 80)), 80);
  v128.store(states, i32x4.add(g, v128.load(states, 96)), 96);
  v128.store(states, i32x4.add(h, v128.load(states, 112)), 112);
}
