/** A run of entries with all that is in its decisions, as text: that costs little to hand from a thread to another. */
import type { DecisionEntry } from '../lines/like-before.ts';
import { openedText } from '../lines/secret-cursor.ts';
import type { StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { isByPerson, isShadow, type RunRules } from './open-row.ts';
import { type DecisionTaker, type ReadRun, readRun } from './read-run.ts';

/** What a run holds. */
export interface OpenedRun extends ReadRun {
  /** Of the decisions to be counted, in order. */
  readonly decisions: readonly OpenedDecision[];
  /** Their payloads and their attributes: two lists in JSON. */
  readonly payloads: string;
  readonly attributes: string;
}

/** What the entry of a decision says. */
type OpenedDecision = readonly [
  time: string,
  model: string | null,
  modelDigest: string | null,
  shadow: boolean,
  byPerson: boolean,
];

/** Opens a run. */
export async function openRun(store: StoreReader, asked: Run & RunRules): Promise<OpenedRun> {
  const { taker, ...run } = await readRun(store, asked, textTaker);
  const { decisions, payloads, attributes } = taker;
  return {
    ...run,
    decisions,
    payloads: `[${payloads.join(',')}]`,
    attributes: `[${attributes.join(',')}]`,
  };
}

function textTaker() {
  const decisions: OpenedDecision[] = [];
  const payloads: string[] = [];
  const attributes: string[] = [];
  const add = (entry: DecisionEntry, payload: string, more: string): void => {
    decisions.push(saidBy(entry));
    payloads.push(payload);
    attributes.push(more);
  };
  const taker: DecisionTaker = {
    addFound({ entry, payload, attributes: more }) {
      add(entry, openedText(payload), more === null ? '{}' : openedText(more));
    },
    addOpened(_, row) {
      add(row.entry, row.payload, row.attributes);
    },
  };
  return { ...taker, decisions, payloads, attributes };
}

function saidBy(entry: DecisionEntry): OpenedDecision {
  const { decided, time, model = null, modelDigest } = entry;
  return [decided ?? time, model, modelDigest?.sha256 ?? null, isShadow(entry), isByPerson(entry)];
}
