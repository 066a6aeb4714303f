// The 15-point Kronrod rule and its 7-point Gauss rule (R. Piessens et al., QUADPACK, 1983), for x >= 0.
const nodes = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.2077849550078985, 0,
];
const kronrodRule = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
];
const gaussRule = [
  0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0, 0.4179591836734694,
];

/** Allowed between the two rules; the Kronrod value that is kept is then good to about 1e-13. */
const relativeError = 1e-6;
const maxRounds = 12;

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly error: number;
}

/**
 * The integral of a smooth function, to about 12 digits or more: panels are halved where the Gauss and the Kronrod rule differ.
 * @param panels how many equal pieces to begin with; each should be no wider than what happens in the function.
 */
export function integrate(f: (x: number) => number, from: number, to: number, panels: number): number {
  const width = (to - from) / panels;
  let pieces = Array.from({ length: panels }, (_, i) => rule(f, from + i * width, from + (i + 1) * width));
  for (let round = 0; round < maxRounds; round++) {
    const value = pieces.reduce((sum, piece) => sum + piece.value, 0);
    const allowed = (relativeError * Math.abs(value)) / pieces.length;
    if (pieces.every(({ error }) => error <= allowed)) return value;
    pieces = pieces.flatMap((piece) => (piece.error <= allowed ? [piece] : halves(f, piece)));
  }
  return pieces.reduce((sum, piece) => sum + piece.value, 0);
}

function halves(f: (x: number) => number, { from, to }: Panel): Panel[] {
  const middle = (from + to) / 2;
  return [rule(f, from, middle), rule(f, middle, to)];
}

function rule(f: (x: number) => number, from: number, to: number): Panel {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  let [kronrod, gauss] = [0, 0];
  for (let i = 0; i < nodes.length; i++) {
    const x = half * (nodes[i] ?? 0);
    const value = x === 0 ? f(centre) : f(centre - x) + f(centre + x);
    kronrod += (kronrodRule[i] ?? 0) * value;
    gauss += (gaussRule[i] ?? 0) * value;
  }
  return { from, to, value: half * kronrod, error: Math.abs(half * (kronrod - gauss)) };
}
