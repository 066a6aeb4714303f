/** Seeded draws for simulations in tests. */

/** Uniform numbers in [0, 1): Mulberry32 (T. Ettinger 2017). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of `size` people have the event. */
export function binomial(random: () => number, size: number, rate: number): number {
  let events = 0;
  for (let i = 0; i < size; i += 1) if (random() < rate) events += 1;
  return events;
}
