const steps = [1, 2, 2.5, 5, 10];

/**
 * Round numbers that hold all values, about five of them. They start at 0 where the values are at least 0 and 0 is not far
 * away, so that lengths are true.
 * @param fromNought false: they may start anywhere, for dots, whose places are read and not their lengths
 */
export function numberTicks(values: readonly number[], fromNought = true): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  const from = fromNought && least >= 0 && least < most ? Math.min(0, least) : least;
  const span = most - from || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = (steps.find((size) => size * power * 5 >= span) ?? 10) * power;
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
