const maxSteps = 200;

/**
 * The zero of a continuous function between `a` and `b`, where it has different signs.
 * Bisection with inverse quadratic steps where they are safe: T. R. Chandrupatla, "A new hybrid quadratic/bisection
 * algorithm", Advances in Engineering Software 28 (1997).
 * @param tolerance absolute width of the last bracket.
 */
export function findRoot(f: (x: number) => number, a: number, b: number, tolerance: number): number {
  let [x1, x2] = [b, a];
  let [f1, f2] = [f(x1), f(x2)];
  if (f1 === 0) return x1;
  if (f2 === 0) return x2;
  let [x3, f3] = [x2, f2];
  let step = 0.5;
  for (let i = 0; i < maxSteps; i++) {
    const x = x1 + step * (x2 - x1);
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0 === f1 > 0) {
      [x3, f3] = [x1, f1];
    } else {
      [x3, f3] = [x2, f2];
      [x2, f2] = [x1, f1];
    }
    [x1, f1] = [x, fx];
    const width = Math.abs(x2 - x1);
    const smallest = Math.max(tolerance, 4 * Number.EPSILON * Math.abs(x)) / width;
    if (smallest > 0.5) return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
    step = Math.min(1 - smallest, Math.max(smallest, nextStep(x1, f1, x2, f2, x3, f3)));
  }
  return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
}

function nextStep(x1: number, f1: number, x2: number, f2: number, x3: number, f3: number): number {
  const xi = (x1 - x2) / (x3 - x2);
  const phi = (f1 - f2) / (f3 - f2);
  const quadraticIsSafe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
  if (!quadraticIsSafe) return 0.5;
  return (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
}
