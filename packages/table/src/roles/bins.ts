/**
 * The names of half-open bins, in order: "under 25", "25 to under 40", "40 and over".
 * @param edges inner edges, in increasing order
 * @returns one name more than there are edges
 */
export const binNames = (edges: readonly number[]): string[] => [
  `under ${edges[0]}`,
  ...edges.slice(1).map((edge, i) => `${edges[i]} to under ${edge}`),
  `${edges.at(-1)} and over`,
];
