import type { Ends, Voice } from '@ombud/words';

/** One audit in the picture. */
export interface OverTimePoint {
  /** When: what a reader is told. */
  readonly label: string;
  /** The number as a reader is told it. */
  readonly text: string;
  readonly value: number;
  readonly interval: Ends | null;
  /** Beyond the limit: another shape and colour. */
  readonly beyond: boolean;
}

interface OverTimeProps {
  readonly voice: Voice;
  readonly title: string;
  /** Oldest first. */
  readonly points: readonly OverTimePoint[];
  readonly limit: { readonly at: number; readonly label: string };
}

const width = 320;
const height = 120;
const left = 8;
const right = 8;
const top = 12;
const bottom = 22;
const place = (value: number): number => Number(value.toFixed(1));

/** Places by value: all points with their intervals and the limit fit, with a little room. */
function heightsOf({ points, limit }: OverTimeProps): (value: number) => number {
  const ends = points.flatMap(({ value, interval }) => [
    value,
    interval?.low ?? value,
    interval?.high ?? value,
  ]);
  const values = [...ends.filter(Number.isFinite), limit.at];
  const low = Math.min(...values);
  const room = (Math.max(...values) - low || 1) * 0.08;
  const span = Math.max(...values) - low + 2 * room || 1;
  return (value) =>
    place(top + (height - top - bottom) * (1 - (Math.max(low - room, value) - low + room) / span));
}

/**
 * One limit over the audits of a system, small enough to stand beside others: a dot an audit with its interval, the limit as
 * a line. What it shows is said in words to whoever hears it.
 */
export function OverTime(props: OverTimeProps) {
  const { voice, title, points, limit } = props;
  const y = heightsOf(props);
  const step = (width - left - right) / Math.max(1, points.length);
  const x = (index: number) => place(left + step * (index + 0.5));
  const spoken = points.map(({ label, text }) => `${label}: ${text}`).join('; ');
  const path = points.map(({ value }, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(value)}`).join('');
  const first = points[0]?.label ?? '';
  const last = points.at(-1)?.label ?? '';
  return (
    <svg
      class="ot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={voice.say('chart/over-time', { title, limit: limit.label, points: spoken })}
    >
      <line class="m" x1="0" x2={width} y1={y(limit.at)} y2={y(limit.at)} />
      <path d={path} />
      {points.map(({ value, interval, beyond }, i) => (
        <g class={beyond ? 'b' : undefined}>
          {interval === null ? (
            ''
          ) : (
            <line x1={x(i)} x2={x(i)} y1={y(interval.high ?? value)} y2={y(interval.low ?? value)} />
          )}
          {beyond ? (
            <rect x={x(i) - 4} y={y(value) - 4} width="8" height="8" />
          ) : (
            <circle cx={x(i)} cy={y(value)} r="4" />
          )}
        </g>
      ))}
      <text x="0" y={height - 5}>
        {first}
      </text>
      {first === last ? (
        ''
      ) : (
        <text x={width} y={height - 5} text-anchor="end">
          {last}
        </text>
      )}
    </svg>
  );
}
