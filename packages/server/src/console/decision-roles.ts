import type { Role } from '../access/roles.ts';

/** Whoever may look at one decision. */
export const lookers: readonly Role[] = ['reviewer', 'clerk'];

/** Whoever may look for a person. */
export const finders: readonly Role[] = ['clerk'];
