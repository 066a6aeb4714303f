const steps = [1, 2, 2.5, 5, 10];

/**
 * Round numbers that hold all values, about five of them. They may start anywhere: what is drawn are places and not lengths,
 * and scores of 400 to 850 on an axis from 0 would stand at its end.
 */
export function numberTicks(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 4));
  const step = (steps.find((size) => size * power * 5 >= span) ?? 10) * power;
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
