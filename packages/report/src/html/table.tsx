import type { Child } from 'hono/jsx';

interface TableProps {
  /** Says what the table holds; also the label of the region that scrolls. */
  readonly caption: string;
  readonly head: readonly Child[];
  readonly rows: readonly (readonly Child[])[];
  /** Columns (from 0) that hold text and read from the left. */
  readonly text?: readonly number[];
  readonly kind?: string;
}

/** A table in a region of its own that scrolls and takes the keyboard, so that the page never scrolls sideways. */
export function Table({ caption, head, rows, text = [], kind }: TableProps) {
  const left = (column: number) => (text.includes(column) ? 't' : undefined);
  return (
    <section class="r" aria-label={caption} tabindex={0}>
      <table class={kind}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={left(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell, column) =>
                column === 0 ? <th scope="row">{cell}</th> : <td class={left(column)}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Text that a reader may open; print opens it by itself. */
export function Fold({ title, children }: { readonly title: Child; readonly children?: Child }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** A sentence in which a number and its percent sign stay on one line. */
export function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (%|points)/g, '$1\u00a0$2');
}
