/** What a file seems to be, from its first bytes. */
export type Sniffed =
  | 'lightgbm-text'
  | 'json'
  | 'onnx'
  | 'empty'
  /** Compressed, or an archive: joblib, skops, numpy and PyTorch write such files too. */
  | 'packed'
  /** Python's pickle, protocols 0 to 5. */
  | 'pickle'
  /** XGBoost's universal binary JSON. */
  | 'ubj'
  | 'unknown';

const magic: readonly (readonly [Sniffed, readonly number[]])[] = [
  ['packed', [0x1f, 0x8b]],
  ['packed', [0x50, 0x4b, 0x03, 0x04]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['packed', [0x42, 0x5a, 0x68]],
  ['packed', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['packed', [0x78, 0x01]],
  ['packed', [0x78, 0x5e]],
  ['packed', [0x78, 0x9c]],
  ['packed', [0x78, 0xda]],
];

/** @returns what to read it as; `unknown` where nothing fits */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return 'empty';
  for (const [kind, start] of magic) {
    if (start.every((byte, at) => bytes[at] === byte)) return kind;
  }
  if (isPickle(bytes)) return 'pickle';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  if (/^\{(L|\$|#)/.test(start)) return 'ubj';
  if (/^(\xef\xbb\xbf)?\s*[{[]/.test(start)) return 'json';
  if (/^tree\r?\n/.test(start)) return 'lightgbm-text';
  // An ONNX file starts with field 1, ir_version, a small number.
  return bytes[0] === 0x08 && (bytes[1] ?? 0) > 0 && (bytes[1] ?? 0) < 0x80 ? 'onnx' : 'unknown';
}

/** Protocol 2 and later start with PROTO; 0 and 1 are opcodes, of which these start a class or a container. */
function isPickle(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 0) <= 5) return true;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 80));
  return /^(c[\w.]+\n[\w.]+\n|\((lp|dp|i[\w.]+\n)|\]q|\}q)/.test(start);
}
