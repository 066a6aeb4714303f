import type { ComposedNotice } from '@ombud/contest';
import { noticeFrame, noticeSheet } from './sheet.tsx';

/** A piece of one file of a batch, in the order in which it is written. */
export interface BatchPiece {
  /** From 0; a new number is a new file. */
  readonly file: number;
  readonly html: string;
}

/**
 * Letters for the printer as files of so many sheets. It holds one letter at a time, so that a batch of any size needs the
 * memory of one.
 *
 * @param letters taken one by one, as they are needed
 * @param perFile sheets in a file
 */
export function* printBatch(letters: Iterable<ComposedNotice>, perFile: number): Generator<BatchPiece> {
  let count = 0;
  let foot = '';
  for (const letter of letters) {
    const file = Math.floor(count / perFile);
    const frame = noticeFrame(letter);
    if (count % perFile === 0) {
      if (count > 0) yield { file: file - 1, html: foot };
      yield { file, html: frame.head };
    }
    foot = frame.foot;
    yield { file, html: noticeSheet(letter) };
    count++;
  }
  if (count > 0) yield { file: Math.floor((count - 1) / perFile), html: foot };
}
