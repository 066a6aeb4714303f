import type { Ends, Voice } from '@ombud/words';
import { rateScale, type Scale } from './scale.ts';

/** A rate with its interval. */
export interface Dot {
  readonly label: string;
  readonly measure: { readonly value: number | null; readonly interval: Ends | null };
}

interface DotPlotProps {
  readonly voice: Voice;
  /** What the picture shows, for those who see it and for those who hear it. */
  readonly title: string;
  readonly dots: readonly Dot[];
  /** The rate of everybody together, drawn as a line; null for none. */
  readonly overall: number | null;
  /** How many groups lie between the first and the second half of the dots; 0 when all are shown. */
  readonly between?: number;
}

interface StripProps {
  readonly measure: Dot['measure'];
  readonly overall: number | null;
  readonly scale: Scale;
}

function Strip({ measure, overall, scale }: StripProps) {
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

function Axis({ voice, scale }: { readonly voice: Voice; readonly scale: Scale }) {
  const last = scale.ticks.length - 1;
  const anchor = (index: number) =>
    index === 0 ? 'start' : index === last && scale.ticks[last] === scale.most ? 'end' : 'middle';
  return (
    <div class="d">
      <span class="e" />
      <svg class="s ax" aria-hidden="true">
        {scale.ticks.map((tick, index) => (
          <text x={`${scale.at(tick)}%`} y="13" text-anchor={anchor(index)}>
            {voice.unbroken(voice.share(tick))}
          </text>
        ))}
      </svg>
      <span class="e" />
    </div>
  );
}

/** Says the picture in words: every group up to twelve, else the two ends. */
function spoken({ voice, title, dots, overall }: DotPlotProps): string {
  const dot = ({ label, measure }: Dot) => {
    const rate = voice.percent(measure.value);
    return measure.interval === null
      ? voice.say('chart/dot', { label, rate })
      : voice.say('chart/dot-interval', { label, rate, range: voice.range(measure.interval, voice.percent) });
  };
  const given = { title, dots: dots.map(dot).join('; ') };
  return overall === null
    ? voice.say('chart/dots', given)
    : voice.say('chart/dots-overall', { ...given, overall: voice.percent(overall) });
}

const caption = ({ voice, title, overall }: DotPlotProps): string =>
  overall === null
    ? voice.say('chart/dots-caption', { title })
    : voice.say('chart/dots-caption-overall', { title, overall: voice.percent(overall) });

/**
 * Rates of groups as dots with their intervals on one axis. Places are percentages of the width, so that the text
 * keeps its size on a narrow screen.
 */
export function DotPlot(props: DotPlotProps) {
  const { voice, dots, overall, between = 0 } = props;
  const ends = dots.flatMap(({ measure }) => [measure.value ?? 0, measure.interval?.high ?? 0]);
  const scale = rateScale(overall === null ? ends : [...ends, overall]);
  const half = dots.length / 2;
  return (
    <figure>
      <figcaption>{voice.unbroken(caption(props))}</figcaption>
      <div role="img" aria-label={spoken(props)}>
        {dots.map(({ label, measure }, index) => (
          <>
            {between > 0 && index === half ? (
              <div class="gap">{voice.say('chart/between', { n: between })}</div>
            ) : (
              ''
            )}
            <div class="d">
              <span class="l">{label}</span>
              <Strip measure={measure} overall={overall} scale={scale} />
              <span class="n">
                <b>{voice.unbroken(voice.percent(measure.value))}</b>{' '}
                <span class="soft">{voice.unbroken(voice.range(measure.interval, voice.percent))}</span>
              </span>
            </div>
          </>
        ))}
        <Axis voice={voice} scale={scale} />
      </div>
    </figure>
  );
}
