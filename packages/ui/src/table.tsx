import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

interface TableProps {
  /** Says what the table holds. */
  readonly caption: string;
  /** The name of the region that scrolls, when the caption is long. */
  readonly label?: string;
  readonly head: readonly string[];
  /** Text, or markup that a component made; text is escaped here. */
  readonly rows: readonly (readonly (string | Markup)[])[];
  /** Columns (from 0) that hold text and read from the left. */
  readonly text?: readonly number[];
}

/** What `raw` and components give: a string that is already markup. */
type Markup = Exclude<Child, string | number | boolean | null | undefined | readonly unknown[]>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '<br>',
};

/** Text as HTML text; a line break in it is one on the page. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"\n]/g, (character) => entities[character] ?? '');
}

/**
 * The rows of a table as one string. Tables hold most of a large report, and a component for each of some ten
 * thousand cells costs more time than the audit itself; so this one place joins strings, and escapes each text.
 */
function markup(
  rows: readonly (readonly (string | Markup)[])[],
  cell: (content: string, column: number) => string,
): string {
  const content = (value: string | Markup) => (typeof value === 'string' ? escapeHtml(value) : String(value));
  return rows
    .map((cells) => `<tr>${cells.map((value, column) => cell(content(value), column)).join('')}</tr>`)
    .join('');
}

/** A table in a region of its own that scrolls and takes the keyboard, so that the page never scrolls sideways. */
export function Table({ caption, label = caption, head, rows, text = [] }: TableProps) {
  const left = (column: number) => (text.includes(column) ? ' class="t"' : '');
  const headRow = markup([head], (content, column) => `<th scope="col"${left(column)}>${content}</th>`);
  const body = markup(rows, (content, column) =>
    column === 0 ? `<th scope="row">${content}</th>` : `<td${left(column)}>${content}</td>`,
  );
  return (
    <section class="r" aria-label={label} tabindex={0}>
      <table>
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>{raw(headRow)}</thead>
        <tbody>{raw(body)}</tbody>
      </table>
    </section>
  );
}

interface FoldProps {
  readonly title: Child;
  readonly children?: Child;
  /** What paper has of it: all, one row in `printedOneIn`, or nothing, where the page says the same elsewhere. */
  readonly printed?: 'all' | 'few' | 'none';
}

/** Rows of a long table on paper: the first, each one after so many, and the last. */
export const printedOneIn = 6;

/** Text that a reader may open; print opens it by itself. */
export function Fold({ title, children, printed = 'all' }: FoldProps) {
  return (
    <details class={printed === 'all' ? undefined : `print-${printed}`}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
