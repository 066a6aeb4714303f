import type { Interval } from '@ombud/contract';
import type { FormatNumber } from '@ombud/words';
import type { Speaking } from '../telling.ts';
import { roundedShare } from './rounded-share.ts';

/** The interval beside a number in a sentence: `95 % interval -2.1 to 3.4 points`. */
export const intervalText = (t: Speaking, interval: Interval | null, format: FormatNumber): string =>
  t.say('compared/interval', {
    level: roundedShare(t, interval?.level ?? 0.95),
    range: t.range(interval, format),
  });
