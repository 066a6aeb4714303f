/** Gathers the columns that are asked for of a run's decisions: rows that are alike once, and which decision has which. */
import type { JsonObject } from '@ombud/kernel';
import type { DecisionEntry } from '../lines/like-before.ts';
import { openedText, type SecretCursor } from '../lines/secret-cursor.ts';
import type { OpenedRow } from '../open/open-row.ts';
import type { DecisionTaker, FoundDecision } from '../open/read-run.ts';
import { alikeRows } from './alike-rows.ts';
import {
  type ColumnSource,
  type ColumnsAsked,
  fieldNames,
  type ParsedDecision,
  textOfColumn,
} from './column.ts';
import { type ColumnPlace, type FieldShape, hasShape, shapeOf, valueEnd, valueFrom } from './field-shape.ts';
import { type PersonPrints, personPrints } from './person-print.ts';
import { type ValueCodes, valueCodes } from './value-codes.ts';

/** The values of decisions that are alike, and the names of their fields. */
export interface PickedRow {
  readonly values: readonly (string | null)[];
  readonly names: readonly string[];
}

/** What was gathered. */
export interface Gathered {
  /** For each decision, in order: which of the different rows it has. */
  readonly rows: Uint16Array<ArrayBuffer>;
  /** For each decision the fingerprint of its person; none where nobody asked. */
  readonly people: Uint32Array<ArrayBuffer>;
  readonly different: readonly PickedRow[];
}

/** Takes the decisions of a run, one after the other. */
export interface RowGatherer extends DecisionTaker {
  gathered(): Gathered;
}

/** @param most so many decisions there are at most */
export function rowGatherer({ columns, prints: wantsPrints }: ColumnsAsked, most: number): RowGatherer {
  const codes = valueCodes(most * columns.length);
  const lists = nameLists();
  const alike = alikeRows(columns.length + 1, most);
  const prints = personPrints(wantsPrints ? most : 0);
  const rows = new Uint16Array(most);
  const row = new Int32Array(columns.length + 1);
  let count = 0;
  let shape: FieldShape | null = null;
  let names = 0;
  const addParsed = (decision: ParsedDecision): void => {
    row[0] = lists.numberOf(fieldNames(decision));
    for (const [i, source] of columns.entries()) row[i + 1] = codes.ofText(textOfColumn(source, decision));
    if (wantsPrints) prints.addText(textOfColumn({ of: 'subject' }, decision));
    rows[count++] = alike.add(row);
  };
  const shapeFor = (decision: FoundDecision): FieldShape | null => {
    const { payload, attributes } = decision;
    if (shape !== null && hasShape(shape, payload, attributes)) return shape;
    shape = shapeOf(payload, attributes, columns);
    if (shape !== null) names = lists.numberOf(fieldNames(parsed(decision)));
    return shape;
  };
  return {
    addOpened: (index, { entry, ...texts }) => addParsed(parsedDecision(index, entry, texts)),
    addFound(decision) {
      const known = shapeFor(decision);
      if (known === null) {
        addParsed(parsed(decision));
        return;
      }
      row[0] = names;
      for (let i = 0; i < known.columns.length; i++)
        row[i + 1] = codeOfColumn(codes, decision, columns[i], known.columns[i]);
      if (wantsPrints) addPerson(prints, decision.payload, known.subject);
      rows[count++] = alike.add(row);
    },
    gathered: () => ({
      rows: rows.slice(0, count),
      people: prints.all(),
      different: Array.from({ length: alike.count }, (_, place) => {
        const [list = 0, ...values] = alike.rowAt(place);
        return { names: lists.at(list), values: values.map(codes.textOf) };
      }),
    }),
  };
}

/** Lists of names, each once. */
function nameLists() {
  const numbers = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  return {
    numberOf(list: readonly string[]): number {
      const text = JSON.stringify(list);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, lists.length);
      return lists.push(list) - 1;
    },
    at: (number: number): readonly string[] => lists[number] ?? [],
  };
}

function codeOfColumn(
  codes: ValueCodes,
  { index, entry, payload, attributes }: FoundDecision,
  source: ColumnSource | undefined,
  place: ColumnPlace | undefined,
): number {
  if (source === undefined || place === undefined) return 0;
  switch (source.of) {
    case 'time':
      return codes.ofText(timeOf(entry));
    case 'model':
      return codes.ofText(entry.model ?? null);
    case 'index':
      return codes.ofText(String(index));
    default: {
      const code = attributes === null ? 0 : codeAt(codes, attributes, place.attribute);
      return code === 0 ? codeAt(codes, payload, place.payload) : code;
    }
  }
}

function codeAt(codes: ValueCodes, cursor: SecretCursor, field: number): number {
  if (field < 0) return 0;
  return codes.ofValue(cursor.lines.bodies, valueFrom(cursor, field), valueEnd(cursor, field));
}

function addPerson(prints: PersonPrints, cursor: SecretCursor, field: number): void {
  if (field < 0) prints.addText(null);
  else prints.addValue(cursor.lines.bodies, valueFrom(cursor, field), valueEnd(cursor, field));
}

/** When a decision was made, as far as its entry says. */
const timeOf = ({ decided, time }: DecisionEntry): string => decided ?? time;

function parsed({ index, entry, payload, attributes }: FoundDecision): ParsedDecision {
  return parsedDecision(index, entry, {
    payload: openedText(payload),
    attributes: attributes === null ? '{}' : openedText(attributes),
  });
}

function parsedDecision(
  index: number,
  entry: DecisionEntry,
  { payload, attributes }: Omit<OpenedRow, 'entry'>,
): ParsedDecision {
  return {
    index,
    time: timeOf(entry),
    model: entry.model ?? null,
    payload: JSON.parse(payload) as JsonObject,
    attributes: JSON.parse(attributes) as JsonObject,
  };
}
