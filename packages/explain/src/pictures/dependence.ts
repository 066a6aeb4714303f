import { type Language, say } from '@ombud/words';
import { axisOf } from './axis.ts';
import { colours } from './colours.ts';
import { element, label, picture } from './svg.ts';

/** In which language a dependence picture speaks, and what its codes mean. */
export interface DependenceOptions {
  readonly language: Language;
  /** Where the column holds categories: their names by code; then the values are codes. */
  readonly categories?: readonly (string | number)[] | null;
}

const [width, height, left, right, top, bottom] = [720, 420, 70, 700, 36, 350];

/**
 * How a column's contribution goes with its value, a dot a person; people without a value stand at the left edge.
 * @param values what each person has in the column, NaN where it is missing
 * @param contributions as many
 */
export function dependence(
  player: string,
  values: readonly number[],
  contributions: readonly number[],
  { language, categories = null }: DependenceOptions,
): string {
  const known = values.filter((value) => !Number.isNaN(value));
  const across = axisOf(categories === null ? known : [-0.5, categories.length - 0.5], left + 70, right);
  const up = axisOf([0, ...contributions], bottom, top);
  const marks = categories === null ? across.ticks : categories.map((_, code) => code);
  const number = (value: number): string => say(language, 'explain/number', { value });
  const name = (value: number): string => String(categories?.[value] ?? number(value));
  const zero = {
    x1: left,
    x2: right,
    y1: up.at(0),
    y2: up.at(0),
    stroke: colours.line,
    'stroke-dasharray': '3 3',
  };
  const frame = {
    width,
    height,
    title: say(language, 'explain/dependence/title', { column: player, people: values.length }),
    description: say(language, 'explain/dependence/description', {
      column: player,
      missing: values.length - known.length,
    }),
    lang: language.tag,
    direction: language.direction,
  };
  const dots = values.map((value, person) => {
    const missing = Number.isNaN(value);
    return element('circle', {
      cx: missing ? left + 20 : across.at(value),
      cy: up.at(contributions[person] ?? 0),
      r: 2.5,
      fill: missing ? colours.missing : colours.raises,
      'fill-opacity': 0.6,
    });
  });
  return picture(
    frame,
    [
      element('line', zero),
      ...dots,
      ...up.ticks.map((tick) =>
        label({ x: left - 8, y: up.at(tick) + 4, 'text-anchor': 'end', 'font-size': 11 }, number(tick)),
      ),
      ...marks.map((mark) =>
        label({ x: across.at(mark), y: bottom + 20, 'text-anchor': 'middle', 'font-size': 11 }, name(mark)),
      ),
      known.length === values.length
        ? ''
        : label(
            { x: left + 20, y: bottom + 20, 'text-anchor': 'middle', 'font-size': 11 },
            say(language, 'explain/missing'),
          ),
      label({ x: (left + right) / 2, y: bottom + 46, 'text-anchor': 'middle' }, player),
      label({ x: left - 60, y: 20 }, say(language, 'explain/axis')),
    ].join(''),
  );
}
