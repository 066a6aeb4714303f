/** The largest number of quadrature nodes that has a kernel of its own; more go through the loop. */
export const unrolledSizes = 8;

/**
 * The text of `quadrature-kernels.ts`: for each small number of quadrature nodes the passes of `quadrature.ts` with
 * their inner loops written out, which is 1.5 to 2 times as fast. Written by `npm run write`; a test says
 * when the file is old.
 */
export function kernelSource(): string {
  const sizes = Array.from({ length: unrolledSizes }, (_, at) => at + 1);
  return [
    '// Written by `npm run write` from kernel-source.ts: do not edit.',
    "import type { Kernel } from './kernel.ts';",
    ...sizes.map(kernel),
    '',
    '/** By the number of quadrature nodes, from 1 on. */',
    'export const kernels: readonly Kernel[] = [',
    ...sizes.map((size) => `  kernel${size},`),
    '];',
    '',
  ].join('\n');
}

function kernel(size: number): string {
  const each = (line: (q: string) => string): string[] =>
    Array.from({ length: size }, (_, q) => line(q === 0 ? '' : ` + ${q}`));
  const at = (place: string, q: string): string => `[${place}${q}]`;
  const name = (q: string): string => `p${q.replace(' + ', '') || '0'}`;
  const times = (factor: string): string => (size === 1 ? factor : `${factor} * ${size}`);
  const triple = (state: string): string =>
    times(size === 1 ? `3 * at + (${state} as number)` : `(3 * at + (${state} as number))`);
  return `
const kernel${size}: Kernel = (plan, room, contributions) => {
  const { count, parent, player, factor, share, leafSum, leafShare } = plan;
  const { state, product, below } = room;
  let leaf = ${times(size === 1 ? 'state[0] as number' : '(state[0] as number)')};
  let sum = 0;
${each(
  (q) => `  product${at(q === '' ? '0' : q.slice(3), '')} = 1;
  below${at(q === '' ? '0' : q.slice(3), '')} = leafSum${at('leaf', q)} as number;
  sum += leafShare${at('leaf', q)} as number;`,
).join('\n')}
  contributions[player[0] as number] = (contributions[player[0] as number] as number) + sum;
  for (let at = 1; at < count; at++) {
    const above = parent[at] as number;
    const from = ${times('above')};
    const here = ${times('at')};
    const table = ${triple('state[above]')};
    leaf = ${triple('state[at]')};
    sum = 0;
${each(
  (q) => `    const ${name(q)} = (product${at('from', q)} as number) * (factor${at('table', q)} as number);
    product${at('here', q)} = ${name(q)};
    below${at('here', q)} = ${name(q)} * (leafSum${at('leaf', q)} as number);
    sum += ${name(q)} * (leafShare${at('leaf', q)} as number);`,
).join('\n')}
    contributions[player[at] as number] = (contributions[player[at] as number] as number) + sum;
  }
  for (let at = count - 1; at > 0; at--) {
    const above = parent[at] as number;
    const to = ${times('above')};
    const here = ${times('at')};
    const table = ${triple('state[above]')};
    sum = 0;
${each(
  (q) => `    const ${name(q)} = below${at('here', q)} as number;
    below${at('to', q)} = (below${at('to', q)} as number) + ${name(q)};
    sum += ${name(q)} * (share${at('table', q)} as number);`,
).join('\n')}
    contributions[player[above] as number] = (contributions[player[above] as number] as number) + sum;
  }
};`;
}
