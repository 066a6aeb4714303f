/**
 * Colours that every colour vision tells apart, on white and on black. Source: Okabe and Ito 2008. No picture says
 * anything by colour alone.
 */
export const colours = {
  raises: '#0072b2',
  lowers: '#d55e00',
  line: '#8a8a8a',
  missing: '#8a8a8a',
} as const;

const [low, high] = [
  [0, 114, 178],
  [230, 159, 0],
] as const;

/** From blue (0) to orange (1): the two ends differ in lightness too. */
export function ramp(share: number): string {
  const part = Math.min(1, Math.max(0, share));
  const mixed = low.map((from, at) => Math.round(from + part * ((high[at] ?? 0) - from)));
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}
