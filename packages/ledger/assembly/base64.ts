/** Base64 (RFC 4648) of a digest: sixteen characters at once. */

/** Characters of a digest, the last of them the padding. */
export const digestChars: usize = 44;

/**
 * Writes the 44 characters of a digest's 32 bytes, which may lie there too; up to four bytes behind them are written as
 * well.
 */
export function writeBase64(digest: usize, to: usize): void {
  const low = v128.load(digest);
  const middle = v128.load(digest, 12);
  // The last eight bytes, and zeros behind them.
  const high = i8x16.shuffle(
    v128.load(digest, 16), i64x2.splat(0),
    8, 9, 10, 11, 12, 13, 14, 15, 16, 16, 16, 16, 16, 16, 16, 16,
  );
  v128.store(to, charactersOf(low));
  v128.store(to, charactersOf(middle), 16);
  v128.store(to, charactersOf(high), 32);
  store<u8>(to, 0x3d, digestChars - 1);
}

/** The characters of the first twelve bytes. */
@inline function charactersOf(bytes: v128): v128 {
  // Three bytes as a number in each lane, then its six bits at a time, the highest in the lowest byte.
  const three = i8x16.shuffle(bytes, i64x2.splat(0), 2, 1, 0, 16, 5, 4, 3, 16, 8, 7, 6, 16, 11, 10, 9, 16);
  const sixes = v128.or(
    v128.or(
      v128.and(i32x4.shr_u(three, 18), i32x4.splat(0x3f)),
      v128.and(i32x4.shr_u(three, 4), i32x4.splat(0x3f00)),
    ),
    v128.or(
      v128.and(i32x4.shl(three, 10), i32x4.splat(0x3f0000)),
      v128.and(i32x4.shl(three, 24), i32x4.splat(0x3f000000)),
    ),
  );
  // 0 to 25 are capitals (kind 13), 26 to 51 small letters (0), 52 to 61 digits (1 to 10), then + (11) and / (12).
  const isCapital = i8x16.lt_u(sixes, i8x16.splat(26));
  const kind = v128.or(i8x16.sub_sat_u(sixes, i8x16.splat(51)), v128.and(isCapital, i8x16.splat(13)));
  const ahead = i8x16(71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -19, -16, 65, 0, 0);
  return i8x16.add(sixes, i8x16.swizzle(ahead, kind));
}
