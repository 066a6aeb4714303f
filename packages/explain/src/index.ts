/** `@ombud/explain`: why a model decided so, and what would change it. */
// Attributions, recourse and reasons are each a folder of their own.
export {};
