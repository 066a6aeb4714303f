import type { Result } from '@ombud/contract';
import { english, type Language, type Voice, visible, voiceOf } from '@ombud/words';

/** A voice that shows text from the data safely. */
export interface Speaking extends Voice {
  /** Text from the data, with hidden characters made visible. */
  readonly visible: (text: string) => string;
  /** The same, cut where a name of many thousand characters would bury the page. */
  readonly short: (text: string, most?: number) => string;
}

/** A result and the voice that tells it: what every part of a report is given. */
export interface Telling extends Speaking {
  readonly result: Result;
}

/** Code points of a name from the data; machine formats keep the whole name. */
const mostOfName = 100;

function cut(shown: string, most: number): string {
  if (shown.length <= most) return shown;
  const points = Array.from(shown);
  return points.length <= most ? shown : `${points.slice(0, most - 1).join('')}…`;
}

/** A language as a report speaks it. */
export function speaking(language: Language = english): Speaking {
  const voice = voiceOf(language);
  const empty = voice.say('name/empty');
  const shown = (text: string) => visible(text, empty);
  return { ...voice, visible: shown, short: (text, most = mostOfName) => cut(shown(text), most) };
}

/** A result as it is told in a language. */
export const tell = (result: Result, language: Language = english): Telling => ({
  ...speaking(language),
  result,
});
