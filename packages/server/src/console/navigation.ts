import type { Key } from '@ombud/words';
import type { Role } from '../access/roles.ts';

/** A place of the navigation; whoever may not go there does not see it. */
export interface NavigationItem {
  readonly path: string;
  /** What it is called. */
  readonly words: Key;
  /** Null: everybody. */
  readonly roles: readonly Role[] | null;
}
