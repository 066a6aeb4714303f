/**
 * Texts that people and programs write where there is no value. They are never a group and never "not selected":
 * they count as missing, and coverage lists each with its number, so that a wrong reading is seen.
 * A list under `missing:` in ombud.yaml replaces this one.
 */
export const defaultMissing: readonly string[] = [
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'unknown',
  'not known',
  '?',
];

/** The markers as they are compared: trimmed, in lower case. */
export const markersOf = (markers: readonly string[] = defaultMissing): string[] => [
  ...new Set(['', ...markers.map((marker) => marker.trim().toLowerCase())]),
];

/** A reader that gives the trimmed text, or null where the text means "no value". */
export function missingReader(markers?: readonly string[]): (raw: string | null) => string | null {
  const set = new Set(markersOf(markers));
  return (raw) => {
    if (raw === null) return null;
    const text = raw.trim();
    return set.has(text.toLowerCase()) ? null : text;
  };
}
