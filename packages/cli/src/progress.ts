import type { Progress, ProgressEvent } from '@ombud/kernel';
import { english, say } from '@ombud/words';

const delayMs = 1_000;
const everyMs = 250;
const width = 30;

/** A part of 100 as a bar; a count that nobody knows the end of, as a count. */
function lineOf({ task, done, total }: ProgressEvent, seconds: number): string {
  if (total === null)
    return say(english, `cli/progress/${task}`, { done, perSecond: Math.round(done / seconds) });
  const share = Math.min(Math.max(done / total, 0), 1);
  const full = Math.round(share * width);
  const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
  return say(english, `cli/progress/${task}`, { bar, percent: share });
}

/**
 * Progress on a terminal, and only for what takes longer than a second.
 * @returns what hears of progress, and what takes the line away at the end
 */
export function drawProgress(
  stream: NodeJS.WriteStream,
  quiet = false,
): { readonly progress: Progress; end(): void } {
  if (!stream.isTTY || quiet) return { progress: () => {}, end: () => {} };
  const started = Date.now();
  let shownAt = started + delayMs - everyMs;
  let shown = false;
  return {
    progress: (event) => {
      const now = Date.now();
      if (now - shownAt < everyMs || event.done < 0) return;
      stream.write(`\r${lineOf(event, (now - started) / 1000)}\u001b[K`);
      shownAt = now;
      shown = true;
    },
    end: () => {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
