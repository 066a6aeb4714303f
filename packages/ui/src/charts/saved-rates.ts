import type { Dot, DotPlotProps, NumberDots } from './dots.ts';
import type { Scale } from './scale.ts';
import { cutLabel, svgDocument, svgText } from './svg-document.ts';

const width = 800;
const plot = { from: 230, to: 590 } as const;
const rowHeight = 28;
const top = 62;

const colours = { blue: '#1a5a92', red: '#a3330b', soft: '#51585f', grid: '#e6e9ec' } as const;

const placeOf = (scale: Scale, rate: number): number =>
  plot.from + (Number(scale.at(rate)) / 100) * (plot.to - plot.from);

/** What is drawn, and how its numbers are written. */
type SavedProps = DotPlotProps & { readonly numbers: NumberDots };

function row(
  { voice, numbers }: SavedProps,
  scale: Scale,
  { label, measure, beyond }: Dot,
  y: number,
): string {
  const { value, interval } = measure;
  const colour = beyond === true ? colours.red : colours.blue;
  const line =
    interval === null
      ? ''
      : `<line x1="${placeOf(scale, interval.low ?? scale.least)}" x2="${placeOf(scale, interval.high ?? scale.most)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="5" stroke-opacity=".42"/>`;
  const x = value === null ? 0 : placeOf(scale, value);
  const dot =
    beyond === true
      ? `<path d="M${x} ${y - 8}l8 8-8 8-8-8z" fill="${colour}"/>`
      : `<circle cx="${x}" cy="${y}" r="5.5" fill="${colour}"/>`;
  const range = interval === null ? '' : ` (${voice.range(interval, numbers.write)})`;
  return (
    svgText(220, y + 5, `${beyond === true ? '✗ ' : ''}${cutLabel(label, 30)}`, { anchor: 'end' }) +
    line +
    (value === null ? '' : dot) +
    svgText(602, y + 5, `${numbers.write(value)}${range}`, {})
  );
}

function limitLine({ limit = null }: DotPlotProps, scale: Scale, bottom: number): string {
  if (limit === null) return '';
  const x = placeOf(scale, limit.at);
  return (
    `<line x1="${x}" x2="${x}" y1="${top - 16}" y2="${bottom}" stroke="#000" stroke-width="2"/>` +
    svgText(x, top - 20, limit.label, { anchor: 'middle' })
  );
}

/** The picture as one SVG file, for a slide or a paper: the same numbers and signs, in light colours. */
export function ratesSvg(props: SavedProps, scale: Scale): string {
  const { voice, title, dots, numbers } = props;
  const bottom = top + dots.length * rowHeight;
  const ticks = scale.ticks.map((tick) => {
    const x = placeOf(scale, tick);
    const line = `<line x1="${x}" x2="${x}" y1="${top - 8}" y2="${bottom}" stroke="${colours.grid}"/>`;
    return line + svgText(x, bottom + 18, numbers.mark(tick), { anchor: 'middle', colour: colours.soft });
  });
  const rows = dots.map((dot, index) => row(props, scale, dot, top + index * rowHeight + 10));
  const body =
    svgText(16, 24, cutLabel(title, 90), { bold: true }) +
    ticks.join('') +
    limitLine(props, scale, bottom) +
    rows.join('');
  return svgDocument({ voice, title, width, height: bottom + 30, body });
}
