import type { Child } from 'hono/jsx';

/** One part of the page: its anchor, its heading in the contents, and what it shows. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Child;
}
