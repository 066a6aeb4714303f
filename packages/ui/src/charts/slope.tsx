import type { Voice } from '@ombud/words';
import { rateScale } from './scale.ts';

/** One line of the picture: the rates of the two groups in one stratum, or of all together. */
export interface Slope {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly kind: 'all' | 'same' | 'other';
}

interface SlopeProps {
  readonly voice: Voice;
  readonly title: string;
  readonly leftName: string;
  readonly rightName: string;
  readonly slopes: readonly Slope[];
}

const leftEdge = 52;
const rightEdge = 250;
const top = 30;
const height = 300;
const lineHeight = 15;

/** Moves labels down until none covers another: places in, places out, in the same order as the slopes. */
function spread(places: readonly number[]): readonly number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  const out = [...places];
  let free = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    const used = Math.max(place, free);
    out[index] = used;
    free = used + lineHeight;
  }
  return out;
}

const classes: Readonly<Record<Slope['kind'], string | undefined>> = {
  all: 'c',
  same: undefined,
  other: 'o',
};

/** Letters of a label beside the lines; both names above them together have room for so many. */
const [mostLetters, mostOfNames] = [17, 26] as const;

function cut(label: string, most: number = mostLetters): string {
  const points = Array.from(label);
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : label;
}

/** A name above the lines, with what the other leaves of the room. */
const cutName = (name: string, other: string): string =>
  cut(name, mostOfNames - Math.min(mostOfNames / 2, Array.from(other).length));

/**
 * The reversal as a picture: one line for each stratum from the rate of the one group to the rate of the other, and a
 * thick dashed line for all together. Lines that lean the other way than the thick one are the reversal.
 */
export function SlopePicture({ voice, title, leftName, rightName, slopes }: SlopeProps) {
  const scale = rateScale(slopes.flatMap(({ left, right }) => [left, right]));
  const y = (rate: number) => Number((top + height * (1 - rate / scale.most)).toFixed(1));
  const labels = spread(slopes.map(({ right }) => y(right)));
  const bottom = Math.max(top + height, ...labels) + 14;
  const lines = slopes.map(({ label, left, right }) =>
    voice.say('chart/slope', {
      label,
      left: leftName,
      leftRate: voice.percent(left),
      right: rightName,
      rightRate: voice.percent(right),
    }),
  );
  return (
    <svg
      class="slope"
      viewBox={`0 0 400 ${Math.ceil(bottom)}`}
      role="img"
      aria-label={voice.say('chart/slopes', { title, lines: lines.join('; ') })}
    >
      {scale.ticks.map((tick) => (
        <>
          <line class="z" x1={leftEdge} x2={rightEdge} y1={y(tick)} y2={y(tick)} />
          <text x={leftEdge - 10} y={y(tick) + 4} text-anchor="end">
            {voice.unbroken(voice.share(tick))}
          </text>
        </>
      ))}
      <text class="t1" x={leftEdge} y="15">
        {cutName(leftName, rightName)}
      </text>
      <text class="t1" x={rightEdge} y="15" text-anchor="end">
        {cutName(rightName, leftName)}
      </text>
      {slopes.map(({ label, left, right, kind }, index) => (
        <>
          <line class={classes[kind]} x1={leftEdge} x2={rightEdge} y1={y(left)} y2={y(right)} />
          <circle class={classes[kind]} cx={leftEdge} cy={y(left)} r="4" />
          <circle class={classes[kind]} cx={rightEdge} cy={y(right)} r="4" />
          <line
            class="z"
            x1={rightEdge + 6}
            x2={rightEdge + 18}
            y1={y(right)}
            y2={labels[index] ?? y(right)}
          />
          <text class={kind === 'all' ? 'ct' : undefined} x={rightEdge + 22} y={(labels[index] ?? 0) + 4}>
            {cut(label)}
          </text>
        </>
      ))}
    </svg>
  );
}
