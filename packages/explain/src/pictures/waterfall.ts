import { type Language, say } from '@ombud/words';
import type { Attribution } from '../attributions/attribution.ts';
import { axisOf } from './axis.ts';
import { colours } from './colours.ts';
import { element, label, picture } from './svg.ts';

/** In which language a waterfall speaks, and how much of it is shown. */
export interface WaterfallOptions {
  readonly language: Language;
  /** How many players have a bar of their own; the rest share one. 8 where nothing is said. */
  readonly most?: number;
  /** What the person has in each column, in words; shown beside its name. */
  readonly values?: readonly string[];
}

/** A bar from the score before it to the score after it. */
interface Bar {
  readonly name: string;
  readonly from: number;
  readonly by: number;
}

const [width, left, right, rowHeight, top] = [720, 250, 660, 26, 34];

/**
 * One person's contributions as steps from the baseline to the margin, the largest first.
 * @param players the names, in the order of the contributions
 * @returns SVG without a script, a style sheet or an address of its own
 */
export function waterfall(
  { baseline, contributions }: Attribution,
  players: readonly string[],
  { language, most = 8, values = [] }: WaterfallOptions,
): string {
  const named = players.map((player, at) => {
    const value = values[at];
    const name =
      value === undefined
        ? player
        : say(language, 'explain/column-and-value', { column: shortened(player, 22), value });
    return { name, by: contributions[at] ?? 0 };
  });
  const sorted = named.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const rest = sorted.slice(most);
  const others = {
    name: say(language, 'explain/others', { count: rest.length }),
    by: rest.reduce((sum, { by }) => sum + by, 0),
  };
  const bars = stacked(baseline, rest.length === 0 ? sorted : [...sorted.slice(0, most), others]);
  const margin = baseline + contributions.reduce((sum, by) => sum + by, 0);
  const axis = axisOf([baseline, margin, ...bars.flatMap(({ from, by }) => [from, from + by])], left, right);
  const height = top + bars.length * rowHeight + 44;
  const number = (value: number): string => say(language, 'explain/number', { value });
  const [first] = sorted;
  return picture(
    {
      width,
      height,
      title: say(language, 'explain/waterfall/title', { baseline, margin }),
      description: say(language, 'explain/waterfall/description', {
        column: first?.name ?? '',
        by: first?.by ?? 0,
      }),
      lang: language.tag,
      direction: language.direction,
    },
    [
      upright(axis.at(baseline), height, say(language, 'explain/baseline', { baseline }), top - 14),
      upright(axis.at(margin), height, say(language, 'explain/margin', { margin }), height - 6),
      ...bars.map((bar, row) =>
        drawn(bar, top + row * rowHeight, axis.at, say(language, 'explain/signed', { value: bar.by })),
      ),
      ...axis.ticks.map((tick) =>
        label({ x: axis.at(tick), y: height - 24, 'text-anchor': 'middle', 'font-size': 11 }, number(tick)),
      ),
    ].join(''),
  );
}

function stacked(baseline: number, steps: readonly { readonly name: string; readonly by: number }[]): Bar[] {
  let from = baseline;
  return steps.map(({ name, by }) => {
    const bar = { name, from, by };
    from += by;
    return bar;
  });
}

function upright(x: number, height: number, text: string, y: number): string {
  const line = {
    x1: x,
    x2: x,
    y1: top - 8,
    y2: height - 38,
    stroke: colours.line,
    'stroke-dasharray': '3 3',
  };
  return element('line', line) + label({ x, y, 'text-anchor': 'middle', 'font-size': 12 }, text);
}

/** The sign is in the number beside the bar, so that nobody needs the colour. */
function drawn({ name, from, by }: Bar, y: number, at: (value: number) => number, text: string): string {
  const [x0, x1] = [Math.min(at(from), at(from + by)), Math.max(at(from), at(from + by))];
  const bar = {
    x: x0,
    y: y + 3,
    width: Math.max(1, x1 - x0),
    height: rowHeight - 8,
    fill: by >= 0 ? colours.raises : colours.lowers,
  };
  return (
    label({ x: left - 10, y: y + 17, 'text-anchor': 'end' }, shortened(name)) +
    element('rect', bar) +
    label({ x: x1 + 5, y: y + 17, 'font-size': 12 }, text)
  );
}

/** A name that fits beside its bar. */
export function shortened(name: string, most = 34): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join('')}…`;
}
