import type { GroupMeasure } from '@ombud/contract';
import { percent, range } from '../../text/numbers.ts';
import { unbroken } from '../table.tsx';
import { rateScale, type Scale, tickText } from './scale.ts';

interface Dot {
  readonly label: string;
  readonly measure: GroupMeasure;
}

interface DotPlotProps {
  /** What the picture shows, for those who see it and for those who hear it. */
  readonly title: string;
  readonly dots: readonly Dot[];
  /** The rate of everybody together, drawn as a line; null for none. */
  readonly overall: number | null;
  /** How many groups lie between the first and the second half of the dots; 0 when all are shown. */
  readonly between?: number;
}

function Strip({ measure, overall, scale }: { measure: GroupMeasure; overall: number | null; scale: Scale }) {
  const { value, interval } = measure;
  return (
    <svg class="s" aria-hidden="true" style={`--k:${Number((100 / (scale.most / scale.step)).toFixed(3))}%`}>
      {overall === null ? (
        ''
      ) : (
        <line class="a" x1={`${scale.at(overall)}%`} x2={`${scale.at(overall)}%`} y1="0" y2="22" />
      )}
      {interval === null ? (
        ''
      ) : (
        <line
          class="i"
          x1={`${scale.at(interval.low ?? 0)}%`}
          x2={`${scale.at(interval.high ?? 1)}%`}
          y1="11"
          y2="11"
        />
      )}
      {value === null ? '' : <circle cx={`${scale.at(value)}%`} cy="11" r="5.5" />}
    </svg>
  );
}

function Axis({ scale }: { readonly scale: Scale }) {
  const last = scale.ticks.length - 1;
  const anchor = (index: number) =>
    index === 0 ? 'start' : index === last && scale.ticks[last] === scale.most ? 'end' : 'middle';
  return (
    <div class="d">
      <span class="e" />
      <svg class="s ax" aria-hidden="true">
        {scale.ticks.map((tick, index) => (
          <text x={`${scale.at(tick)}%`} y="13" text-anchor={anchor(index)}>
            {tickText(tick)}
          </text>
        ))}
      </svg>
      <span class="e" />
    </div>
  );
}

/** Says the picture in words: every group up to twelve, else the two ends. */
function spoken({ title, dots, overall }: DotPlotProps): string {
  const say = ({ label, measure }: Dot) => {
    const interval = measure.interval === null ? '' : ` (${range(measure.interval, percent)})`;
    return `${label} ${percent(measure.value)}${interval}`;
  };
  const everybody = overall === null ? '' : ` Everybody together: ${percent(overall)}.`;
  return `Dot plot. ${title}: ${dots.map(say).join('; ')}.${everybody} The table that follows holds the same numbers.`;
}

/**
 * Rates of groups as dots with their intervals on one axis. Places are percentages of the width, so that the text
 * keeps its size on a narrow screen.
 */
export function DotPlot(props: DotPlotProps) {
  const { title, dots, overall, between = 0 } = props;
  const ends = dots.flatMap(({ measure }) => [measure.value ?? 0, measure.interval?.high ?? 0]);
  const scale = rateScale(overall === null ? ends : [...ends, overall]);
  const half = dots.length / 2;
  return (
    <figure>
      <figcaption>
        {unbroken(`${title}. The bar is the interval.`)}
        {overall === null ? '' : unbroken(` The dashed line is everybody together (${percent(overall)}).`)}
      </figcaption>
      <div role="img" aria-label={spoken(props)}>
        {dots.map(({ label, measure }, index) => (
          <>
            {between > 0 && index === half ? <div class="gap">… {between} groups between …</div> : ''}
            <div class="d">
              <span class="l">{label}</span>
              <Strip measure={measure} overall={overall} scale={scale} />
              <span class="n">
                <b>{unbroken(percent(measure.value))}</b>{' '}
                <span class="soft">
                  {measure.interval === null ? '' : unbroken(range(measure.interval, percent))}
                </span>
              </span>
            </div>
          </>
        ))}
        <Axis scale={scale} />
      </div>
    </figure>
  );
}
