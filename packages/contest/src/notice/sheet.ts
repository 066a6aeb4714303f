import type { ComposedNotice, NoticeBlock } from './compose.ts';

/** What fits on one sheet of A4 beside the addresses and the codes; measured in a browser with long letters. */
export const mostLines = 49;

const perLine = 100;
const perCell = 30;

/** Letters of Chinese, Japanese and Korean are twice as wide; what is read as marks above letters has no width. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[\u{20000}-\u{3ffff}]/u.test(
        character,
      )
        ? 2
        : /[\u1200-\u139f]/u.test(character)
          ? 1.5
          : 1;
  }
  return width;
}

const lines = (text: string, width: number): number => Math.max(1, Math.ceil(widthOf(text) / width));

function blockLines(block: NoticeBlock): number {
  switch (block.kind) {
    case 'text':
    case 'statute':
      return lines(block.text, perLine) + 0.3;
    case 'list':
      return block.items.reduce((sum, item) => sum + lines(item, perLine - 4), 0.3);
    case 'facts':
      return block.rows.reduce(
        (sum, row) => sum + 1.15 * Math.max(...row.map((cell) => lines(cell, perCell))),
        1.4,
      );
  }
}

/** How many lines of a sheet a notice takes, at most: an estimate on the safe side, so that no letter runs to a second page. */
export const linesOf = ({ sections }: ComposedNotice): number =>
  Math.ceil(
    sections.reduce(
      (sum, { blocks }) => blocks.reduce((part, block) => part + blockLines(block), sum + 1.6),
      0,
    ),
  );
