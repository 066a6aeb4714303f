/** Draws a state machine from its table, as SVG without scripts or fonts: states in layers, moves between them. */
import type { Machine, StateRow, Transition } from '../packages/contest/src/index.ts';

const box = { width: 168, height: 52 };
const gap = { across: 56, down: 110 };
const margin = 24;
/** A move from so many states is written at its target: its lines would hide all others. */
const manyStates = 4;
const lineHeight = 13;

type Row = Transition<string, string, string>;

interface Place {
  readonly x: number;
  readonly y: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** States by how many moves they are from the first. */
function layersOf({ initial, states, transitions }: Machine): string[][] {
  const depth = new Map([[initial, 0]]);
  for (const state of depth.keys())
    for (const { from, to } of transitions)
      if (from.includes(state) && !depth.has(to)) depth.set(to, (depth.get(state) ?? 0) + 1);
  const layers: string[][] = [];
  for (const state of Object.keys(states)) {
    const layer = depth.get(state) ?? 0;
    layers[layer] = [...(layers[layer] ?? []), state];
  }
  return layers;
}

const isDrawn = ({ from, to }: Row): boolean => from.length < manyStates && !from.includes(to);

/** Moves that are written into a state's own box: those from many states, and those that stay. */
function notesOf(machine: Machine, state: string): string[] {
  return machine.transitions
    .filter((row) => row.to === state && !isDrawn(row))
    .map((row) =>
      row.from.includes(state) && row.from.length < manyStates
        ? `↻ ${row.event}`
        : `from ${row.from.length} states: ${row.event}`,
    );
}

const heightOf = (machine: Machine, state: string): number =>
  box.height + lineHeight * new Set(notesOf(machine, state)).size;

function placesOf(machine: Machine): {
  readonly places: Map<string, Place>;
  readonly width: number;
  readonly height: number;
} {
  const layers = layersOf(machine);
  const widest = Math.max(...layers.map((layer) => layer.length));
  const width = 2 * margin + widest * box.width + (widest - 1) * gap.across;
  const places = new Map<string, Place>();
  let y = margin;
  for (const layer of layers) {
    const own = layer.length * box.width + (layer.length - 1) * gap.across;
    layer.forEach((state, i) => {
      places.set(state, { x: (width - own) / 2 + i * (box.width + gap.across), y });
    });
    y += Math.max(...layer.map((state) => heightOf(machine, state))) + gap.down;
  }
  return { places, width, height: y - gap.down + margin };
}

const centred = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${x}" y="${y}" text-anchor="middle"${more}>${escaped(text)}</text>`;

function boxOf(machine: Machine, state: string, { x, y }: Place): string {
  const row = machine.states[state] as StateRow<string>;
  const notes = [...new Set(notesOf(machine, state))];
  const middle = x + box.width / 2;
  const second = row.end === true ? 'end' : `${row.owner}, clock: ${row.clock}`;
  return [
    `<rect x="${x}" y="${y}" width="${box.width}" height="${heightOf(machine, state)}" rx="6" fill="${row.end === true ? '#e8e8e8' : '#f4f8fd'}" stroke="#24527a"${state === machine.initial ? ' stroke-width="3"' : ''}/>`,
    centred(middle, y + 21, state, ' font-weight="600" font-size="14"'),
    centred(middle, y + 40, second, ' fill="#444"'),
    ...notes.map((note, i) =>
      centred(middle, y + 40 + lineHeight * (i + 1), note, ' fill="#444" font-size="10"'),
    ),
  ].join('\n');
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly events: readonly string[];
}

function edgesOf({ transitions }: Machine): Edge[] {
  const events = new Map<string, string[]>();
  for (const row of transitions.filter(isDrawn))
    for (const from of row.from) {
      const key = `${from}\n${row.to}`;
      const known = events.get(key) ?? [];
      events.set(key, known.includes(row.event) ? known : [...known, row.event]);
    }
  return [...events].map(([key, own]) => {
    const [from = '', to = ''] = key.split('\n');
    return { from, to, events: own };
  });
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meet = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Points of a cubic curve of Bezier, from its first fifth to its last. */
function pointsOf(p: readonly [Place, Place, Place, Place]): Place[] {
  return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((t) => {
    const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    const sum = (of: 'x' | 'y') =>
      Math.round(p.reduce((all, one, i) => all + one[of] * (weights[i] ?? 0), 0));
    return { x: sum('x'), y: sum('y') };
  });
}

/** So wide is a character of a label, about. */
const characterWidth = 6;

const around = ({ x, y }: Place, text: string): Rectangle => {
  const width = characterWidth * text.length;
  return { x: x - width / 2, y: y - lineHeight, width, height: lineHeight + 3 };
};

/** Down from below, up from above, along a layer by an arc; the label where it meets nothing else, if there is such a place. */
function edgeOf(
  machine: Machine,
  { from, to, events }: Edge,
  places: ReadonlyMap<string, Place>,
  index: number,
  taken: Rectangle[],
): string {
  const [a, b] = [places.get(from), places.get(to)];
  if (a === undefined || b === undefined) return '';
  const [down, along] = [b.y > a.y, a.y === b.y];
  const spread = 14 * ((index % 5) - 2);
  const start = { x: a.x + box.width / 2 + spread, y: down ? a.y + heightOf(machine, from) : a.y };
  const end = { x: b.x + box.width / 2 + spread, y: down || along ? b.y : b.y + heightOf(machine, to) };
  const bend = along ? -44 : (down ? 1 : -1) * 48;
  const [second, third] = [
    { x: start.x, y: start.y + bend },
    { x: end.x, y: end.y - (along ? -bend : bend) },
  ];
  const text = events.join(', ');
  const points = pointsOf([start, second, third, end]);
  const label = points.find((point) => !taken.some((other) => meet(around(point, text), other))) ?? points[0];
  if (label === undefined) return '';
  taken.push(around(label, text));
  return [
    `<path d="M${start.x},${start.y} C${second.x},${second.y} ${third.x},${third.y} ${end.x},${end.y}" fill="none" stroke="${down ? '#24527a' : '#8a4b08'}" marker-end="url(#head)"/>`,
    centred(label.x, label.y, text, ' class="event"'),
  ].join('\n');
}

/**
 * The drawing of a machine.
 * @example drawMachine(appeal)
 */
export function drawMachine(machine: Machine): string {
  const { places, width, height } = placesOf(machine);
  const states = [...places].map(([state, place]) => boxOf(machine, state, place));
  const taken = [...places].map(([state, place]) => ({
    ...place,
    width: box.width,
    height: heightOf(machine, state),
  }));
  const edges = edgesOf(machine).map((edge, i) => edgeOf(machine, edge, places, i, taken));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-labelledby="title">`,
    `<title id="title">States of a ${machine.name}: who acts in each, which clock runs, and what leads on</title>`,
    '<style>.event { font-size: 11px; stroke: #fff; stroke-width: 4px; paint-order: stroke; fill: #111; }</style>',
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0,0 L8,4 L0,8 z" fill="#333"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...edges.filter((one) => one !== ''),
    ...states,
    '</svg>',
  ].join('\n')}\n`;
}
