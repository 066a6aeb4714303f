import { type Language, say } from '@ombud/words';
import { axisOf } from './axis.ts';
import { colours, ramp } from './colours.ts';
import { element, label, picture } from './svg.ts';
import { shortened } from './waterfall.ts';

/** One player over many people. */
export interface Swarm {
  readonly player: string;
  readonly contributions: readonly number[];
  /** What each person has in the column, for the colour; NaN where it is missing, null where it has no order. */
  readonly values: readonly number[] | null;
}

const [width, left, right, rowHeight, top, radius] = [720, 190, 690, 44, 40, 2.2];

/**
 * Contributions of many people, a row a column, a dot a person: where the dots are, how the model uses the column.
 * @param swarms in the order in which they are drawn; the caller chooses how many
 */
export function beeswarm(swarms: readonly Swarm[], language: Language): string {
  const axis = axisOf([0, ...swarms.flatMap(({ contributions }) => contributions)], left, right);
  const height = top + swarms.length * rowHeight + 60;
  const people = swarms[0]?.contributions.length ?? 0;
  const zero = { x1: axis.at(0), x2: axis.at(0), y1: top - 6, y2: height - 56, stroke: colours.line };
  return picture(
    {
      width,
      height,
      title: say(language, 'explain/beeswarm/title', { people }),
      description: say(language, 'explain/beeswarm/description'),
      lang: language.tag,
      direction: language.direction,
    },
    [
      element('line', zero),
      ...swarms.map((swarm, row) => rowOf(swarm, top + row * rowHeight + rowHeight / 2, axis.at)),
      ...axis.ticks.map((tick) =>
        label(
          { x: axis.at(tick), y: height - 38, 'text-anchor': 'middle', 'font-size': 11 },
          say(language, 'explain/number', { value: tick }),
        ),
      ),
      label(
        { x: (left + right) / 2, y: height - 20, 'text-anchor': 'middle' },
        say(language, 'explain/axis'),
      ),
      legend(language),
    ].join(''),
  );
}

function rowOf({ player, contributions, values }: Swarm, y: number, at: (value: number) => number): string {
  const share = shareOf(values ?? []);
  const stacks = new Map<number, number>();
  const dots = contributions.map((value, person) => {
    const x = at(value);
    // Dots that would lie on one another go above and below the line in turn.
    const place = Math.round(x / radius);
    const count = stacks.get(place) ?? 0;
    stacks.set(place, count + 1);
    const away = Math.min(rowHeight / 2 - 3, Math.ceil(count / 2) * radius);
    const paint = values === null ? { fill: colours.raises } : share(values[person] ?? Number.NaN);
    return element('circle', { cx: x, cy: y + (count % 2 === 0 ? away : -away), r: radius, ...paint });
  });
  return label({ x: left - 12, y: y + 4, 'text-anchor': 'end' }, shortened(player, 26)) + dots.join('');
}

/** A missing value is a ring, so that it is not taken for a value in the middle. */
const ring = { fill: 'none', stroke: colours.missing } as const;

type Paint = Readonly<Record<string, string>>;

/** The colour of a value by its rank among the others, so that one huge value does not make all others alike. */
function shareOf(values: readonly number[]): (value: number) => Paint {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  return (value) => {
    if (Number.isNaN(value) || sorted.length === 0) return ring;
    return { fill: ramp(below(sorted, value) / Math.max(1, sorted.length - 1)) };
  };
}

function below(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function legend(language: Language): string {
  const items = [
    [{ fill: ramp(0) }, say(language, 'explain/low')],
    [{ fill: ramp(1) }, say(language, 'explain/high')],
    [ring, say(language, 'explain/missing')],
  ] as const;
  return items
    .map(([paint, text], at) => {
      const x = left + at * 170;
      return (
        element('circle', { cx: x, cy: 16, r: 5, ...paint }) +
        label({ x: x + 10, y: 20, 'font-size': 12 }, text)
      );
    })
    .join('');
}
