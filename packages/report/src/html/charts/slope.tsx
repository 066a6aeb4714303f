import { percent } from '../../text/numbers.ts';
import { rateScale, tickText } from './scale.ts';

/** One line of the picture: the rates of the two groups in one stratum, or of all together. */
export interface Slope {
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly kind: 'all' | 'same' | 'other';
}

interface SlopeProps {
  readonly title: string;
  readonly leftName: string;
  readonly rightName: string;
  readonly slopes: readonly Slope[];
}

const LEFT = 52;
const RIGHT = 250;
const TOP = 30;
const HEIGHT = 300;
const LINE = 15;

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
    free = used + LINE;
  }
  return out;
}

const CLASSES: Readonly<Record<Slope['kind'], string | undefined>> = {
  all: 'c',
  same: undefined,
  other: 'o',
};

function cut(label: string): string {
  const points = Array.from(label);
  return points.length > 17 ? `${points.slice(0, 16).join('')}…` : label;
}

/**
 * The reversal as a picture: one line for each stratum from the rate of the one group to the rate of the other, and a
 * thick dashed line for all together. Lines that lean the other way than the thick one are the reversal.
 */
export function SlopePicture({ title, leftName, rightName, slopes }: SlopeProps) {
  const scale = rateScale(slopes.flatMap(({ left, right }) => [left, right]));
  const y = (rate: number) => Number((TOP + HEIGHT * (1 - rate / scale.most)).toFixed(1));
  const labels = spread(slopes.map(({ right }) => y(right)));
  const bottom = Math.max(TOP + HEIGHT, ...labels) + 14;
  const say = slopes.map(
    ({ label, left, right }) => `${label}: ${leftName} ${percent(left)}, ${rightName} ${percent(right)}`,
  );
  return (
    <svg
      class="slope"
      viewBox={`0 0 400 ${Math.ceil(bottom)}`}
      role="img"
      aria-label={`Slope chart. ${title} ${say.join('; ')}.`}
    >
      {scale.ticks.map((tick) => (
        <>
          <line class="z" x1={LEFT} x2={RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 10} y={y(tick) + 4} text-anchor="end">
            {tickText(tick)}
          </text>
        </>
      ))}
      <text class="t1" x={LEFT} y="15">
        {cut(leftName)}
      </text>
      <text class="t1" x={RIGHT} y="15" text-anchor="end">
        {cut(rightName)}
      </text>
      {slopes.map(({ label, left, right, kind }, index) => (
        <>
          <line class={CLASSES[kind]} x1={LEFT} x2={RIGHT} y1={y(left)} y2={y(right)} />
          <circle class={CLASSES[kind]} cx={LEFT} cy={y(left)} r="4" />
          <circle class={CLASSES[kind]} cx={RIGHT} cy={y(right)} r="4" />
          <line class="z" x1={RIGHT + 6} x2={RIGHT + 18} y1={y(right)} y2={labels[index] ?? y(right)} />
          <text class={kind === 'all' ? 'ct' : undefined} x={RIGHT + 22} y={(labels[index] ?? 0) + 4}>
            {cut(label)}
          </text>
        </>
      ))}
    </svg>
  );
}
