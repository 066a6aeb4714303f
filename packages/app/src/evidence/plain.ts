import type { JsonObject } from '@ombud/kernel';

/** Evidence is plain JSON; this says so to the types, and drops what is undefined. */
export const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
