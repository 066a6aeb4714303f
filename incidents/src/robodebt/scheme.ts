import {
  detectorOpened,
  initialRateMonitor,
  stepRateMonitor,
  type Uniform,
  uniformStream,
} from '@ombud/stats';
import { published } from './facts.ts';

/** What is assumed of the scheme and of those who answer its appeals. */
export interface Settings {
  /** Share of the debts that are wrong because the income was irregular. */
  readonly irregular: number;
  /** Share of people who appeal. */
  readonly appeals: number;
  /** Days from an appeal to its answer. */
  readonly answerDays: number;
}

/** The published overturn, one in twenty appeals, and an answer within six weeks. */
export const main: Settings = { irregular: published.overturned, appeals: 0.05, answerDays: 42 };

/** The declared limit on the share of reviews that overturn. */
export const limit = 0.2;
/** Reviews between two false alarms: as many as the whole scheme would have had if one in twenty appealed. */
export const falseAlarm = Math.round(published.people / 20);

/** Days after the letter: when it is taken as received, until when one may appeal, and when collection begins. */
export const timing = { receipt: 5, window: 91, collection: 33 } as const;
/** A debt is collected in so many equal parts, one a fortnight. */
export const instalments = 26;

/** One debt of the scheme; days count from the first letter. */
export interface Case {
  readonly issued: number;
  readonly wrong: boolean;
  readonly appealed: number | null;
  readonly answered: number | null;
}

/** How far a run went: until the breaker opened, or to the end of the scheme. */
export interface Opening {
  readonly day: number | null;
  readonly issued: number;
  readonly reviews: number;
  readonly overturned: number;
}

const perWeek = published.people / published.weeks;

/** Draws one debt: whether it is wrong, and when its person appeals and is answered. */
export function drawCase(
  issued: number,
  { irregular, appeals, answerDays }: Settings,
  uniform: Uniform,
): Case {
  const wrong = uniform() < irregular;
  const appealed =
    uniform() < appeals ? issued + timing.receipt + Math.floor(uniform() * timing.window) : null;
  return { issued, wrong, appealed, answered: appealed === null ? null : appealed + answerDays };
}

/**
 * Sends the letters week by week, lets people appeal and humans answer, and watches the answers by the e-detector. Who is wronged
 * appeals as often as who is not: that is the harder case for the detector.
 *
 * @param keep is given every case as it is made
 */
export function runToOpening(settings: Settings, seed: number, keep?: (one: Case) => void): Opening {
  const uniform = uniformStream(seed);
  const answers: boolean[][] = [];
  let monitor = initialRateMonitor(limit);
  let [issued, reviews, overturned] = [0, 0, 0];
  const last = published.weeks * 7 + timing.receipt + timing.window + settings.answerDays;
  for (let day = 0; day <= last; day++) {
    const week = day / 7;
    if (Number.isInteger(week) && week < published.weeks) {
      const upTo = Math.round((week + 1) * perWeek);
      for (; issued < upTo; issued++) {
        const one = drawCase(day, settings, uniform);
        keep?.(one);
        if (one.answered !== null) {
          answers[one.answered] ??= [];
          answers[one.answered]?.push(one.wrong);
        }
      }
    }
    for (const wrong of answers[day] ?? []) {
      reviews++;
      if (wrong) overturned++;
      monitor = stepRateMonitor(monitor, wrong);
      if (detectorOpened(monitor.detector, falseAlarm)) return { day, issued, reviews, overturned };
    }
  }
  return { day: null, issued, reviews, overturned };
}

/** Parts of a debt that are due by a day, if nothing stops them. */
export const partsDue = (issued: number, day: number): number =>
  Math.max(0, Math.min(instalments, Math.floor((day - issued - timing.collection) / 14) + 1));

/** Share of all that the scheme would ever ask for that is collected by a day, if no appeal stopped any of it. */
export function collectedShare(day: number): number {
  let parts = 0;
  for (let week = 0; week < published.weeks; week++) parts += partsDue(7 * week, day);
  return parts / (published.weeks * instalments);
}
