import type { Voice } from '@ombud/words';
import type { Dot, DotPlotProps, DrawnLimit } from './dots.ts';
import { SaveLink } from './save-link.tsx';
import { ratesSvg } from './saved-rates.ts';
import { anchorAt, rateScale, type Scale } from './scale.ts';

interface StripProps {
  readonly dot: Dot;
  readonly overall: number | null;
  readonly limit: DrawnLimit | null;
  readonly scale: Scale;
}

function Mark({ at, beyond }: { readonly at: string; readonly beyond: boolean }) {
  if (!beyond) return <circle cx={`${at}%`} cy="11" r="5.5" />;
  return <rect class="b" x={`${at}%`} y="5.5" width="11" height="11" />;
}

function LimitLine({ limit, scale }: Pick<StripProps, 'limit' | 'scale'>) {
  if (limit === null) return null;
  const at = `${scale.at(limit.at)}%`;
  return <line class="m" x1={at} x2={at} y1="-3" y2="25" />;
}

function Strip({ dot, overall, limit, scale }: StripProps) {
  const { value, interval } = dot.measure;
  const beyond = dot.beyond === true;
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
          class={beyond ? 'i b' : 'i'}
          x1={`${scale.at(interval.low ?? 0)}%`}
          x2={`${scale.at(interval.high ?? 1)}%`}
          y1="11"
          y2="11"
        />
      )}
      <LimitLine limit={limit} scale={scale} />
      {value === null ? '' : <Mark at={scale.at(value)} beyond={beyond} />}
    </svg>
  );
}

function Axis({ voice, scale }: { readonly voice: Voice; readonly scale: Scale }) {
  const last = scale.ticks.length - 1;
  // `start` is the side where a language begins, so that a mirrored axis needs no other anchors.
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

interface LimitLabelProps {
  readonly voice: Voice;
  readonly limit: DrawnLimit;
  readonly scale: Scale;
}

/** The name of the limit, above the line that is drawn through the picture. */
function LimitLabel({ voice, limit, scale }: LimitLabelProps) {
  const at = Number(scale.at(limit.at));
  return (
    <div class="d">
      <span class="e" />
      <svg class="s ax" aria-hidden="true">
        <text class="m" x={`${at}%`} y="13" text-anchor={anchorAt(at, voice.language.direction)}>
          {limit.label}
        </text>
      </svg>
      <span class="e" />
    </div>
  );
}

/** Says the picture in words: every group up to twelve, else the two ends. */
function spoken({ voice, title, dots, overall, limit = null }: DotPlotProps): string {
  const dot = ({ label, measure }: Dot) => {
    const rate = voice.percent(measure.value);
    return measure.interval === null
      ? voice.say('chart/dot', { label, rate })
      : voice.say('chart/dot-interval', { label, rate, range: voice.range(measure.interval, voice.percent) });
  };
  const drawn = limit === null ? [] : [`${limit.label} ${voice.percent(limit.at)}`];
  const given = { title, dots: [...dots.map(dot), ...drawn].join('; ') };
  return overall === null
    ? voice.say('chart/dots', given)
    : voice.say('chart/dots-overall', { ...given, overall: voice.percent(overall) });
}

const caption = ({ voice, title, overall }: DotPlotProps): string =>
  overall === null
    ? voice.say('chart/dots-caption', { title })
    : voice.say('chart/dots-caption-overall', { title, overall: voice.percent(overall) });

/** The axis of a picture: it holds every rate with its interval, the rate of everybody and the limit. */
export function scaleOf({ voice, dots, overall, limit = null }: DotPlotProps): Scale {
  const ends = dots.flatMap(({ measure }) => [measure.value ?? 0, measure.interval?.high ?? 0]);
  return rateScale([...ends, overall ?? 0, limit?.at ?? 0], voice.language.direction === 'rtl');
}

/**
 * Rates of groups as dots with their intervals on one axis. Places are percentages of the width, so that the text
 * keeps its size on a narrow screen.
 */
export function DotPlot(props: DotPlotProps) {
  const { voice, dots, overall, between = 0, limit = null } = props;
  const scale = scaleOf(props);
  const half = dots.length / 2;
  return (
    <figure>
      <figcaption>{voice.unbroken(caption(props))}</figcaption>
      <div role="img" aria-label={spoken(props)}>
        {limit === null ? '' : <LimitLabel voice={voice} limit={limit} scale={scale} />}
        {dots.map((dot, index) => (
          <>
            {between > 0 && index === half ? (
              <div class="gap">{voice.say('chart/between', { n: between })}</div>
            ) : (
              ''
            )}
            <div class="d">
              <span class={dot.beyond === true ? 'l b' : 'l'}>
                {dot.beyond === true ? '✗ ' : ''}
                {dot.label}
              </span>
              <Strip dot={dot} overall={overall} limit={limit} scale={scale} />
              <span class="n">
                <b>{voice.unbroken(voice.percent(dot.measure.value))}</b>{' '}
                <span class="soft">{voice.unbroken(voice.range(dot.measure.interval, voice.percent))}</span>
              </span>
            </div>
          </>
        ))}
        <Axis voice={voice} scale={scale} />
      </div>
      <SaveLink voice={voice} name={props.title} svg={ratesSvg(props, scale)} />
    </figure>
  );
}
