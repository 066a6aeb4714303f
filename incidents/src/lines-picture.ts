import { svgDocument, svgText } from '@ombud/ui';
import { english, voiceOf } from '@ombud/words';

/** One line of a picture: points from left to right, with its name written at its end. */
export interface Line {
  readonly name: string;
  readonly colour: string;
  /** A dash pattern, so that lines are told apart without colour. */
  readonly dash?: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** One set of axes with its lines. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

interface Axis {
  readonly label: string;
  readonly ticks: readonly number[];
  readonly show: (value: number) => string;
}

/** Pictures of lines, one panel below the other with the same axes. */
export interface LinesPicture {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly panels: readonly Panel[];
}

const width = 760;
const panelHeight = 210;
const inset = { left: 70, right: 190, top: 34, bottom: 30 };

/** A number of a path, short. */
const digit = (value: number): string => String(Math.round(value * 10) / 10);

/** Names at the right ends, moved apart so that none covers another. */
function spread(places: readonly number[]): readonly number[] {
  const order = places.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const moved: number[] = [];
  for (const { y, index } of order) {
    last = Math.max(y, last + 16);
    moved[index] = last;
  }
  return moved;
}

function panelBody({ title, lines }: Panel, { x, y }: LinesPicture, top: number): string {
  const [xMost, yMost] = [x.ticks.at(-1) ?? 1, y.ticks.at(-1) ?? 1];
  const plot = { width: width - inset.left - inset.right, height: panelHeight - inset.top - inset.bottom };
  const across = (value: number) => inset.left + (value / xMost) * plot.width;
  const up = (value: number) => top + inset.top + (1 - Math.min(value, yMost) / yMost) * plot.height;
  const grid = y.ticks.map(
    (tick) =>
      `<line x1="${inset.left}" x2="${digit(across(xMost))}" y1="${digit(up(tick))}" y2="${digit(up(tick))}" stroke="#c9ced4"/>` +
      svgText(inset.left - 8, up(tick) + 5, y.show(tick), { anchor: 'end', colour: '#51585f' }),
  );
  const below = x.ticks.map((tick) =>
    svgText(across(tick), top + panelHeight - 10, x.show(tick), { anchor: 'middle', colour: '#51585f' }),
  );
  const names = spread(lines.map(({ points }) => up(points.at(-1)?.[1] ?? 0)));
  const drawn = lines.map(({ name, colour, dash, points }, index) => {
    const path = points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${digit(across(px))} ${digit(up(py))}`);
    const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
    const end = across(points.at(-1)?.[0] ?? 0);
    return (
      `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2.5"${dashed}/>` +
      svgText(end + 8, (names[index] ?? 0) + 5, name, { colour })
    );
  });
  return [svgText(inset.left, top + 18, title, { bold: true }), ...grid, ...below, ...drawn].join('');
}

/** The picture as an SVG file. */
export function linesPicture(picture: LinesPicture): string {
  const { title, x, y, panels } = picture;
  const head = 54;
  const height = head + panels.length * panelHeight + 26;
  const body = panels.map((panel, index) => panelBody(panel, picture, head + index * panelHeight)).join('');
  return `${svgDocument({
    voice: voiceOf(english),
    title,
    width,
    height,
    body:
      svgText(inset.left, 24, title, { bold: true }) +
      svgText(inset.left, 44, y.label, { colour: '#51585f' }) +
      body +
      svgText(inset.left, height - 8, x.label, { colour: '#51585f' }),
  })}\n`;
}
