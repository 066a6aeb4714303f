import { distance } from 'fastest-levenshtein';

/**
 * Up to three known names that are closest to a mistyped one, best first.
 * @example nearest('gendr', ['age', 'gender']) // ['gender']
 */
export function nearest(wanted: string, known: readonly string[]): string[] {
  const target = wanted.toLowerCase();
  return known
    .map((name) => {
      const lower = name.toLowerCase();
      const within = lower.includes(target) || target.includes(lower);
      return { name, score: distance(target, lower) - (within ? 2 : 0) };
    })
    .filter(({ name, score }) => score <= Math.max(2, Math.ceil(Math.max(target.length, name.length) / 2)))
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ name }) => name);
}
