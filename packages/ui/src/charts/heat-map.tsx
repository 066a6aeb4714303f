import type { Ends, Key, Voice } from '@ombud/words';

/** Upper ends of the steps: a cell's rate over the rate of everybody. Four fifths and its inverse are two of them. */
const steps: readonly (readonly [limit: number, words: Key])[] = [
  [0.5, 'chart/heat-half'],
  [0.8, 'chart/heat-four-fifths'],
  [0.95, 'chart/heat-lower'],
  [1 / 0.95, 'chart/heat-same'],
  [1.25, 'chart/heat-higher'],
  [2, 'chart/heat-five-fourths'],
  [Number.POSITIVE_INFINITY, 'chart/heat-twice'],
];

/** Which of the seven steps a rate falls in against everybody's; the middle one when everybody's is 0. */
function step(value: number, overall: number): number {
  if (overall === 0) return 3;
  return steps.findIndex(([limit]) => value / overall < limit);
}

/** One cell of a heat map: a value with its interval, and how many people it is about. */
export interface HeatCell {
  readonly value: number | null;
  readonly interval: Ends | null;
  readonly n: number;
}

/** One row of a heat map. */
export interface HeatRow {
  readonly label: string;
  /** One for each column; undefined where nobody is in the cell. */
  readonly cells: readonly (HeatCell | undefined)[];
}

interface CellProps {
  readonly voice: Voice;
  readonly cell: HeatCell | undefined;
  readonly overall: number;
}

function Cell({ voice, cell, overall }: CellProps) {
  if (cell === undefined || cell.value === null) return <td class="h-">{voice.say('chart/heat-nobody')}</td>;
  const { value, interval, n } = cell;
  const unsure = interval !== null && (interval.low ?? 0) <= overall && (interval.high ?? 1) >= overall;
  return (
    <td class={`h${step(value, overall)}`}>
      {unsure ? '≈ ' : ''}
      {voice.unbroken(voice.percent(value))}
      <small>{voice.say('chart/heat-of', { n: voice.count(n) })}</small>
    </td>
  );
}

interface HeatMapProps {
  readonly voice: Voice;
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
  /** The rate with which each cell is compared. */
  readonly overall: number;
}

/**
 * Rates of a cross of two attributes as a coloured table: a real table, with the number printed in each cell, so that
 * colour only repeats what is written.
 */
export function HeatMap({ voice, caption, corner, columns, rows, overall }: HeatMapProps) {
  return (
    <section class="r" aria-label={caption} tabindex={0}>
      <table class="hm">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr>
              <th scope="row">{label}</th>
              {cells.map((cell) => (
                <Cell voice={voice} cell={cell} overall={overall} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the colours of every heat map mean. */
export function HeatKey({ voice }: { readonly voice: Voice }) {
  return (
    <>
      <p class="soft">{voice.say('chart/heat-key')}</p>
      <ul class="key">
        {steps.map(([, words], index) => (
          <li class={`h${index}`}>{voice.say(words)}</li>
        ))}
      </ul>
    </>
  );
}
