import type { Voice } from '@ombud/words';

/** A point of a curve with the ends of its interval, in the units of the axes. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A line through points, with its name in the legend. */
export interface Curve {
  readonly label: string;
  readonly points: readonly CurvePoint[];
}

/** A mark of an axis. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

interface CurvesProps {
  readonly voice: Voice;
  /** What the picture says, for those who do not see it. */
  readonly title: string;
  readonly xName: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly curves: readonly Curve[];
  /** A line from corner to corner of equal values, for curves that should lie on it. */
  readonly diagonal?: boolean;
  /** Intervals hold at all points together: they are drawn as one surface, and points are not marked. */
  readonly band?: boolean;
  /** Places on the horizontal axis to mark with an upright line. */
  readonly marks?: readonly number[];
}

const [left, right, top, bottom, width] = [58, 470, 34, 300, 480] as const;
/** About the width of a letter, and of what stands beside a name of the legend. */
const [letter, beside] = [7.5, 46] as const;
/** Each curve has a colour and a dash of its own, so that no one needs to tell colours apart. */
const styles = ['c', 'o', 's'] as const;

/** Curves that one picture holds: more than three cannot be told apart. */
export const mostCurves = styles.length;

/** The place of a number between the ends of an axis. */
function placer(ticks: readonly Tick[], from: number, to: number): (value: number) => number {
  const places = ticks.map(({ at }) => at);
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const length = most - least || 1;
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - least) / length));
    return Number((from + (to - from) * share).toFixed(1));
  };
}

/**
 * Curves with their intervals: what happened against what was promised, or a rate over time. A legend stands above; each
 * point has a bar from the low to the high end of its interval.
 */
export function CurvesPicture({
  voice,
  title,
  xName,
  xTicks,
  yTicks,
  curves,
  diagonal = false,
  band = false,
  marks = [],
}: CurvesProps) {
  const [x, y] = [placer(xTicks, left, right), placer(yTicks, bottom, top)];
  const shown = curves.slice(0, mostCurves);
  const slots = slotsOf(shown);
  const path = ({ points }: Curve): string =>
    points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
  const ends = yTicks.map(({ at }) => at);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return (
    <svg class="curves" viewBox={`0 0 ${width} 348`} role="img" aria-label={title}>
      {yTicks.map(({ at, label }) => (
        <>
          <line class="z" x1={left} x2={right} y1={y(at)} y2={y(at)} />
          <text x={left - 8} y={y(at) + 4} text-anchor="end">
            {voice.unbroken(label)}
          </text>
        </>
      ))}
      {xTicks.map(({ at, label }) => (
        <text {...tickPlace(x(at), label)} y={bottom + 18}>
          {label}
        </text>
      ))}
      <text x={(left + right) / 2} y={bottom + 40} text-anchor="middle">
        {xName}
      </text>
      {diagonal ? <line class="m" x1={x(least)} y1={y(least)} x2={x(most)} y2={y(most)} /> : ''}
      {marks.map((mark) => (
        <line class="m" x1={x(mark)} x2={x(mark)} y1={top} y2={bottom} />
      ))}
      {shown.map((curve, i) => (
        <g class={styles[i]}>
          {band ? <path class="a" d={surface(curve, x, y)} /> : bars(curve, x, y)}
          <path d={path(curve)} />
          {band ? '' : curve.points.map((point) => <circle cx={x(point.x)} cy={y(point.y)} r="3.2" />)}
          <line x1={slots[i]?.from ?? left} x2={(slots[i]?.from ?? left) + 26} y1="14" y2="14" />
          <text x={(slots[i]?.from ?? left) + 32} y="18">
            {cut(curve.label, slots[i]?.letters ?? 0)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Where each name of the legend begins, and how many letters it may have: its own, or all alike where there is no room for that. */
function slotsOf(curves: readonly Curve[]): readonly { readonly from: number; readonly letters: number }[] {
  const own = curves.map(({ label }) => beside + letter * Array.from(label).length);
  const room = right - left;
  const fits = own.reduce((sum, one) => sum + one, 0) <= room;
  const alike = room / Math.max(1, curves.length);
  let from: number = left;
  return own.map((needed) => {
    const slot = { from, letters: Math.floor(((fits ? needed : alike) - beside + 6) / letter) };
    from += fits ? needed : alike;
    return slot;
  });
}

/** A mark stands in the middle under its place; at the right end it stops where the picture does. */
const tickPlace = (x: number, label: string) =>
  x + (letter * Array.from(label).length) / 2 > width
    ? { x: width, 'text-anchor': 'end' as const }
    : { x, 'text-anchor': 'middle' as const };

type Place = (value: number) => number;

const bars = ({ points }: Curve, x: Place, y: Place) =>
  points.map(({ x: at, low, high }) =>
    low === null || high === null ? '' : <line class="b" x1={x(at)} x2={x(at)} y1={y(low)} y2={y(high)} />,
  );

/** The outline of a band: along its low ends, and back along its high ones. */
function surface({ points }: Curve, x: Place, y: Place): string {
  const ends = points.flatMap(({ x: at, low, high }) =>
    low === null || high === null ? [] : [{ at, low, high }],
  );
  const along = ends.map(({ at, low }) => `${x(at)} ${y(low)}`);
  const back = ends.map(({ at, high }) => `${x(at)} ${y(high)}`).reverse();
  return ends.length === 0 ? '' : `M${[...along, ...back].join('L')}Z`;
}

/** Letters of the legend are about so wide that this many fit. */
function cut(label: string, most: number): string {
  const points = Array.from(label);
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : label;
}
