import type { Ends, Voice } from '@ombud/words';
import type { stateSigns } from '../state.tsx';
import { anchorAt } from './scale.ts';

interface LimitPictureProps {
  readonly voice: Voice;
  /** The picture in words. */
  readonly label: string;
  readonly value: number | null;
  readonly interval: Ends | null;
  readonly limit: number;
  /** On which side of the limit all is well. */
  readonly side: '>=' | '<=';
  /** Where nothing differs: 1 for a ratio, 0 for a difference; null where there is no such place. */
  readonly alike: number | null;
  readonly state: keyof typeof stateSigns;
  /** What to write at the limit. */
  readonly limitLabel: string;
}

/** A place on the axis as a percentage of its width. */
type Place = (value: number) => number;

function placesOf({ value, interval, limit, alike, voice }: LimitPictureProps): Place {
  const all = [limit, alike, value, interval?.low, interval?.high].filter(
    (one): one is number => typeof one === 'number' && Number.isFinite(one),
  );
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || Math.abs(limit) || 1) * 0.12;
  const span = most - least + 2 * room;
  const rtl = voice.language.direction === 'rtl';
  return (one) => {
    const share = Math.max(0, Math.min(100, ((one - least + room) / span) * 100));
    return Number((rtl ? 100 - share : share).toFixed(1));
  };
}

function Bad({ at, leftIsBad }: { readonly at: number; readonly leftIsBad: boolean }) {
  return (
    <rect
      class="bad"
      x={leftIsBad ? '0' : `${at}%`}
      y="0"
      width={`${leftIsBad ? at : 100 - at}%`}
      height="26"
    />
  );
}

function Found({ props, place }: { readonly props: LimitPictureProps; readonly place: Place }) {
  const { value, interval, state } = props;
  const kind = state === 'fail' ? ' b' : '';
  return (
    <>
      {interval === null ? (
        ''
      ) : (
        <line
          class={`i${kind}`}
          x1={`${interval.low === null ? place(Number.NEGATIVE_INFINITY) : place(interval.low)}%`}
          x2={`${interval.high === null ? place(Number.POSITIVE_INFINITY) : place(interval.high)}%`}
          y1="13"
          y2="13"
        />
      )}
      {value === null ? (
        ''
      ) : state === 'fail' ? (
        <rect class="b" x={`${place(value)}%`} y="7.5" width="11" height="11" />
      ) : (
        <circle cx={`${place(value)}%`} cy="13" r="5.5" />
      )}
    </>
  );
}

/** One comparison against its limit: the side where the limit is broken is shaded, the line is the limit. */
export function LimitPicture(props: LimitPictureProps) {
  const { voice, label, limit, side, alike, limitLabel } = props;
  const place = placesOf(props);
  const at = place(limit);
  const leftIsBad = (side === '>=') !== (voice.language.direction === 'rtl');
  return (
    <svg class="s lp" role="img" aria-label={label}>
      <Bad at={at} leftIsBad={leftIsBad} />
      {alike === null ? (
        ''
      ) : (
        <line class="a" x1={`${place(alike)}%`} x2={`${place(alike)}%`} y1="0" y2="26" />
      )}
      <Found props={props} place={place} />
      <line class="m" x1={`${at}%`} x2={`${at}%`} y1="0" y2="30" />
      <text class="m" x={`${at}%`} y="43" text-anchor={anchorAt(at, voice.language.direction)}>
        {limitLabel}
      </text>
    </svg>
  );
}
