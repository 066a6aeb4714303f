import { decimalOf, type Money } from '@ombud/kernel';
import { british, britishDay } from './british.ts';
import type { Key } from './en/index.ts';
import { isolatedFromTheLeft } from './isolates.ts';
import { english, type Language, localeOf } from './languages.ts';
import { joined } from './lists.ts';
import type { MessageParams } from './message.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { say } from './say.ts';

/** A language as a page uses it: its sentences by key, its numbers, its dates. */
export interface Voice extends Numbers {
  readonly language: Language;
  /** The sentence of a key. A list among the parameters is joined by the language. */
  readonly say: (key: Key, params?: MessageParams) => string;
  /** `a, b and c`. */
  readonly all: (parts: readonly string[]) => string;
  /** `a, b or c`. */
  readonly any: (parts: readonly string[]) => string;
  /** A day: `2 January 2026`, from an ISO date. */
  readonly day: (iso: string) => string;
  /** An amount of money, exactly: `$6,793.80`. */
  readonly money: (amount: Money) => string;
}

const voices = new WeakMap<Language, Voice>();

function make(language: Language): Voice {
  const speak = (key: Key, params?: MessageParams) => say(language, key, params);
  const locale = localeOf(language);
  const numbers = numbersOf(locale, {
    percent: (value) => speak('number/percent', { value }),
    points: (value) => speak('number/points', { value }),
    range: (low, high) => speak('number/range', { low, high }),
    notMeasured: speak('number/not-measured'),
    noLimit: speak('number/no-limit'),
  });
  // Made when it is first needed: it costs milliseconds.
  let date: Intl.DateTimeFormat | undefined;
  return {
    ...numbers,
    language,
    say: speak,
    all: (parts) => joined(locale, 'conjunction', parts),
    any: (parts) => joined(locale, 'disjunction', parts),
    day: (iso) => {
      const day = new Date(iso);
      if (Number.isNaN(day.getTime())) return iso;
      const written = locale === british ? britishDay(day) : null;
      if (written !== null) return written;
      date ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      return date.format(day);
    },
    money: (amount) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency });
      const text = format.format(decimalOf(amount) as Intl.StringNumericLiteral);
      // Among words that are read from the right an amount is kept together, its currency where the locale wrote it.
      return language.direction === 'rtl' ? isolatedFromTheLeft(text.replace(/[\u200e\u200f]/g, '')) : text;
    },
  };
}

/**
 * The voice of a language; made once for each.
 * @example voiceOf(english).percent(0.304) // '30.4 %'
 */
export function voiceOf(language: Language = english): Voice {
  let voice = voices.get(language);
  if (voice === undefined) {
    voice = make(language);
    voices.set(language, voice);
  }
  return voice;
}
