/**
 * The time, handed in: nothing in the core reads the machine's clock.
 * @returns milliseconds since 1970-01-01T00:00:00Z
 */
export type Clock = () => number;
