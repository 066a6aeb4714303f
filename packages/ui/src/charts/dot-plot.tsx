import type { Voice } from '@ombud/words';
import type { Dot, DotPlotProps, DrawnLimit, NumberDots } from './dots.ts';
import { SaveLink } from './save-link.tsx';
import { ratesSvg } from './saved-rates.ts';
import { anchorAt, numberScale, rateScale, type Scale } from './scale.ts';

interface StripProps {
  readonly dot: Dot;
  /** Where the dashed line stands: everybody, or no difference. */
  readonly line: number | null;
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

function Strip({ dot, line, limit, scale }: StripProps) {
  const { value, interval } = dot.measure;
  const beyond = dot.beyond === true;
  return (
    <svg
      class="s"
      aria-hidden="true"
      style={`--k:${Number(((100 * scale.step) / (scale.most - scale.least)).toFixed(3))}%`}
    >
      {line === null ? (
        ''
      ) : (
        <line class="a" x1={`${scale.at(line)}%`} x2={`${scale.at(line)}%`} y1="0" y2="22" />
      )}
      {interval === null ? (
        ''
      ) : (
        <line
          class={beyond ? 'i b' : 'i'}
          x1={`${scale.at(interval.low ?? scale.least)}%`}
          x2={`${scale.at(interval.high ?? scale.most)}%`}
          y1="11"
          y2="11"
        />
      )}
      <LimitLine limit={limit} scale={scale} />
      {value === null ? '' : <Mark at={scale.at(value)} beyond={beyond} />}
    </svg>
  );
}

interface AxisProps {
  readonly voice: Voice;
  readonly mark: NumberDots['mark'];
  readonly scale: Scale;
}

function Axis({ voice, mark, scale }: AxisProps) {
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
            {voice.unbroken(mark(tick))}
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
function spoken(props: DotPlotProps): string {
  const { voice, title, dots, overall, limit = null } = props;
  const { write } = numbersOf(props);
  const dot = ({ label, measure }: Dot) => {
    const rate = write(measure.value);
    return measure.interval === null
      ? voice.say('chart/dot', { label, rate })
      : voice.say('chart/dot-interval', { label, rate, range: voice.range(measure.interval, write) });
  };
  const drawn = limit === null ? [] : [`${limit.label} ${write(limit.at)}`];
  const given = { title, dots: [...dots.map(dot), ...drawn].join('; ') };
  return overall === null
    ? voice.say('chart/dots', given)
    : voice.say('chart/dots-overall', { ...given, overall: voice.percent(overall) });
}

function caption({ voice, title, overall, numbers }: DotPlotProps): string {
  if (numbers !== undefined && numbers.alike !== null)
    return voice.say('chart/dots-caption-alike', { title });
  return overall === null
    ? voice.say('chart/dots-caption', { title })
    : voice.say('chart/dots-caption-overall', { title, overall: voice.percent(overall) });
}

/** How the numbers of a picture are written. */
export const numbersOf = ({ voice, numbers }: DotPlotProps): NumberDots =>
  numbers ?? { write: voice.percent, mark: voice.share, alike: null };

/** The axis of a picture: it holds every number with its interval, that of everybody and the limit. */
export function scaleOf({ voice, dots, overall, limit = null, numbers }: DotPlotProps): Scale {
  const mirrored = voice.language.direction === 'rtl';
  if (numbers === undefined) {
    const ends = dots.flatMap(({ measure }) => [measure.value ?? 0, measure.interval?.high ?? 0]);
    return rateScale([...ends, overall ?? 0, limit?.at ?? 0], mirrored);
  }
  const ends = dots.flatMap(({ measure: { value, interval } }) => [value, interval?.low, interval?.high]);
  const placed = [...ends, overall, limit?.at, numbers.alike];
  return numberScale(
    placed.filter((one): one is number => typeof one === 'number' && Number.isFinite(one)),
    mirrored,
  );
}

/**
 * Rates or other numbers of groups as dots with their intervals on one axis. Places are percentages of the width, so that the text
 * keeps its size on a narrow screen.
 */
export function DotPlot(props: DotPlotProps) {
  const { voice, dots, overall, between = 0, limit = null } = props;
  const scale = scaleOf(props);
  const { write, mark, alike } = numbersOf(props);
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
              <Strip dot={dot} line={overall ?? alike} limit={limit} scale={scale} />
              <span class="n">
                <b>{voice.unbroken(write(dot.measure.value))}</b>{' '}
                <span class="soft">{voice.unbroken(voice.range(dot.measure.interval, write))}</span>
              </span>
            </div>
          </>
        ))}
        <Axis voice={voice} mark={mark} scale={scale} />
      </div>
      <SaveLink
        voice={voice}
        name={props.title}
        svg={ratesSvg({ ...props, numbers: { write, mark, alike } }, scale)}
      />
    </figure>
  );
}
