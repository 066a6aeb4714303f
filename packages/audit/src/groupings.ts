/** All ways to choose `size` of the items, in the order of the items. */
function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/**
 * Each attribute by its own, the intersections up to a depth, and the full one.
 * @param depth 1 or more; the full intersection is measured whatever the depth, unless the depth is 1
 * @example groupings(['sex', 'race', 'age'], 2) // sex; race; age; sex x race; sex x age; race x age; sex x race x age
 */
export function groupings(attributes: readonly string[], depth: number): string[][] {
  const sizes = Array.from({ length: Math.min(depth, attributes.length) }, (_, i) => i + 1);
  const listed = sizes.flatMap((size) => combinations(attributes, size));
  return depth > 1 && attributes.length > depth ? [...listed, [...attributes]] : listed;
}
