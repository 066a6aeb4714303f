import type { Route } from '../http/route.ts';

/** The pages of whoever works on cases. */
export const contestPages: readonly Route[] = [];
