import type { Child } from 'hono/jsx';

/** Points of a letter or a page, one under the other. */
export const List = ({ items }: { readonly items: readonly Child[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);
