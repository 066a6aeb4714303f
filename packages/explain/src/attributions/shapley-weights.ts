/**
 * The weights of Shapley's mean over orders: with n players that matter, weight k is k! (n - 1 - k)! / n!, the chance
 * that exactly k given ones come before a given other and the rest after it. Rows are made as they are asked for.
 * @example shapleyWeights()(2) // [0.5, 0.5]
 */
export function shapleyWeights(): (n: number) => Float64Array {
  const rows: Float64Array[] = [];
  return (n) => {
    const known = rows[n];
    if (known !== undefined) return known;
    const row = new Float64Array(n);
    // The row is the same from both ends. From one end alone the small ones in the middle would become 0, and all after.
    for (let k = 0; k <= (n - 1) / 2; k++) {
      row[k] = k === 0 ? 1 / n : ((row[k - 1] as number) * k) / (n - k);
      row[n - 1 - k] = row[k] as number;
    }
    rows[n] = row;
    return row;
  };
}
