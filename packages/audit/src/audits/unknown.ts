import type { Unknown } from '@ombud/contract';
import type { Cell, Cells, Rate } from '@ombud/table';

/** Where a person may stand in a rate once what is missing is known. */
type Place = 'out' | 'without' | 'with';

const both = [true, false] as const;
const possible = (value: boolean | null): readonly boolean[] => (value === null ? both : [value]);

/** Every place that the people of a cell may have: one where nothing that matters is missing. */
function placesOf(cell: Cell, { denominator, numerator }: Rate): ReadonlySet<Place> {
  const places = possible(cell.decision).flatMap((decision) =>
    possible(cell.outcome).map((outcome): Place => {
      const known = { ...cell, decision, outcome };
      return !denominator(known) ? 'out' : numerator(known) ? 'with' : 'without';
    }),
  );
  return new Set(places);
}

/** The place that makes the rate least: in it without the event, else out of it, else with it. Or greatest, the other way. */
function extreme(places: ReadonlySet<Place>, end: 'low' | 'high'): Place {
  const order: readonly Place[] = end === 'low' ? ['without', 'out', 'with'] : ['with', 'out', 'without'];
  return order.find((place) => places.has(place)) ?? 'out';
}

/** Counts that may still change. */
interface Open {
  people: number;
  low: { events: number; n: number };
  high: { events: number; n: number };
}

const add = (count: { events: number; n: number }, place: Place, n: number): void => {
  if (place === 'out') return;
  count.n += n;
  if (place === 'with') count.events += n;
};

/**
 * People of each group of whom it is not known where they stand in a rate, and the counts of the group if all of them
 * stood where the rate is least and where it is greatest (worst-case bounds, Horowitz and Manski 2000).
 * @param keyOf the group of a cell, null where it has none
 * @returns by key; groups of whom everything is known are not in it
 */
export function unknownOf(
  cells: Cells,
  rate: Rate,
  keyOf: (cell: Cell) => string | null,
): ReadonlyMap<string, Unknown> {
  const open = new Map<string, Open>();
  for (const cell of cells.cells) {
    if (cell.decision !== null && cell.outcome !== null) continue;
    const places = placesOf(cell, rate);
    if (places.size < 2) continue;
    const key = keyOf(cell);
    if (key === null) continue;
    const entry = open.get(key) ?? { people: 0, low: { events: 0, n: 0 }, high: { events: 0, n: 0 } };
    entry.people += cell.n;
    // What the table counted of these people is taken out, so that each stands in one place.
    const counted: Place = !rate.denominator(cell) ? 'out' : rate.numerator(cell) ? 'with' : 'without';
    for (const end of ['low', 'high'] as const) {
      add(entry[end], counted, -cell.n);
      add(entry[end], extreme(places, end), cell.n);
    }
    open.set(key, entry);
  }
  return open;
}

/** Whether people with one decision have no outcome: then a rate that is about both decisions is about the others alone. */
export interface SelectiveLabels {
  /** The decision whose people have no outcome. */
  readonly decision: boolean;
  readonly people: number;
}

/** Outcomes are taken as known for one decision only where at most this share of the others has one. */
const mostKnown = 0.01;
const fewest = 20;

/**
 * Finds selective labels (Lakkaraju et al. 2017) in the counts: repaid is empty where a loan was refused.
 * @returns null where both decisions have outcomes, or neither has
 */
export function selectiveLabels(cells: Cells): SelectiveLabels | null {
  const known = found.get(cells);
  if (known !== undefined) return known;
  const selective = lookForSelective(cells);
  found.set(cells, selective);
  return selective;
}

/** Cells never change, and each finding asks. */
const found = new WeakMap<Cells, SelectiveLabels | null>();

function lookForSelective(cells: Cells): SelectiveLabels | null {
  const count = (decision: boolean, known: boolean): number =>
    cells.cells.reduce(
      (sum, cell) => (cell.decision === decision && (cell.outcome !== null) === known ? sum + cell.n : sum),
      0,
    );
  for (const decision of both) {
    const [known, unknown] = [count(decision, true), count(decision, false)];
    const others = count(!decision, true);
    if (unknown >= fewest && known <= mostKnown * (known + unknown) && others >= fewest)
      return { decision, people: unknown };
  }
  return null;
}

/** Whether a rate is about people whose outcome selective labels keep back. */
export const isAboutUnlabelled = (rate: Rate, cells: Cells, { decision }: SelectiveLabels): boolean =>
  cells.cells.some(
    (cell) => cell.decision === decision && cell.outcome === null && placesOf(cell, rate).size > 1,
  );
