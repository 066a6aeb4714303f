/** Nodes and weights on [0, 1]: sum of weight * f(node) is the integral of f, exact for polynomials of degree 2n - 1. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss-Legendre quadrature on [0, 1] by Newton's method on the Legendre polynomial.
 * Source: Press et al., Numerical Recipes, 4.6 (gauleg).
 * @param n how many nodes, 1 or more
 * @example gaussLegendre(1) // { nodes: [0.5], weights: [1] }
 */
export function gaussLegendre(n: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let k = 0; k < Math.ceil(n / 2); k++) {
    let x = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      const [value, before] = legendre(n, x);
      slope = (n * (x * value - before)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    const weight = 1 / ((1 - x * x) * slope * slope);
    nodes[k] = (1 - x) / 2;
    nodes[n - 1 - k] = (1 + x) / 2;
    weights[k] = weight;
    weights[n - 1 - k] = weight;
  }
  return { nodes, weights };
}

/** The Legendre polynomials of degree n and n - 1 at x. */
function legendre(n: number, x: number): readonly [value: number, before: number] {
  let value = 1;
  let before = 0;
  for (let degree = 1; degree <= n; degree++) {
    const next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
    before = value;
    value = next;
  }
  return [value, before];
}
