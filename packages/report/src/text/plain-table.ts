import stringWidth from 'fast-string-truncated-width';

/** Cuts to `width` columns with an ellipsis; wide characters count two. */
export function fit(text: string, width: number): string {
  const {
    index,
    ellipsed,
    width: used,
  } = stringWidth(text, { limit: width, ellipsis: '…', ellipsisWidth: 1 });
  const shown = ellipsed ? `${text.slice(0, index)}…` : text;
  return shown + ' '.repeat(Math.max(0, width - used - (ellipsed ? 1 : 0)));
}

/** A label and its numbers, each as text. */
export type PlainRow = readonly [label: string, ...numbers: string[]];

/** Lines of a table: labels to the left and cut where the numbers need the room, numbers to the right. */
export function plainTable(rows: readonly PlainRow[], columns: number): string[] {
  const numbers = Math.max(...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: numbers }, (_, i) =>
    Math.max(...rows.map((row) => stringWidth(row[i + 1] ?? '').width)),
  );
  const room = columns - 2 - widths.reduce((sum, width) => sum + width + 2, 0);
  const label = Math.max(4, Math.min(room, Math.max(...rows.map(([name]) => stringWidth(name).width))));
  return rows.map(([name, ...cells]) =>
    `  ${fit(name, label)}${cells.map((cell, i) => `  ${cell.padStart(widths[i] ?? 0)}`).join('')}`.trimEnd(),
  );
}
