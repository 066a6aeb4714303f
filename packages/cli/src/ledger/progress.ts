import type { Writable } from 'node:stream';

const AFTER_MS = 1000;
const EVERY_MS = 250;

export interface Progress {
  update(count: number): void;
  stop(): void;
}

/** A line that counts, on a terminal alone and only for what takes longer than a second. */
export function startProgress(to: Writable & { readonly isTTY?: boolean }, verb: string): Progress {
  if (to.isTTY !== true) return { update: () => {}, stop: () => {} };
  const start = Date.now();
  let shownAt = start + AFTER_MS - EVERY_MS;
  let shown = false;
  return {
    update: (count) => {
      const now = Date.now();
      if (now - shownAt < EVERY_MS) return;
      const perSecond = Math.round((count / (now - start)) * 1000);
      to.write(`\r${count.toLocaleString('en')} ${verb}, ${perSecond.toLocaleString('en')} a second\u001b[K`);
      shownAt = now;
      shown = true;
    },
    stop: () => {
      if (shown) to.write('\r\u001b[K');
    },
  };
}
