/** The decisions of a system as the log holds them at a checkpoint: what an audit of the ledger counts. */
import { hash } from 'node:crypto';
import type { Entry } from '@ombud/contract';
import type { IndexRange, JsonObject } from '@ombud/kernel';
import { equalBytes, inRanges, RangeBuilder } from '@ombud/kernel';
import type { Checkpoint } from '@ombud/tlog';
import { appendLeaves, emptyRange, rangeRoot } from '@ombud/tlog/tree';
import type { Attributes, CorrectionPayload, DecisionPayload, Scalar } from './entry/draft.ts';
import { opensAttributes, opensPayload, parseEntry } from './entry/open.ts';
import { recordedErasures } from './erased.ts';
import { ledgerErrors } from './errors.ts';
import { type Ledger, rootOf } from './ledger.ts';
import { readAttributesOf, readEntries, readHead, readLog, readPayloads } from './store/queries.ts';
import type { AttributesTable, EntriesTable, PayloadsTable } from './store/tables.ts';

/** One decision, opened. `outcome` is the latest that was recorded for it. */
export interface Decision {
  readonly index: number;
  readonly time: string;
  readonly subject: string;
  readonly decision: Scalar;
  readonly outcome: Scalar;
  readonly score: number | null;
  readonly model: string | null;
  /** SHA-256 of the model file, hexadecimal. */
  readonly modelDigest: string | null;
  readonly attributes: Attributes;
  readonly inputs: JsonObject;
}

/** Why entries were not counted. */
export type LeftOutReason = 'erased' | 'other-system' | 'other-kind' | 'unreadable';

/** What a reading covered, complete once every decision was taken from the iterator. */
export interface Coverage {
  readonly checkpoint: Checkpoint;
  readonly counted: readonly IndexRange[];
  readonly leftOut: readonly { readonly reason: LeftOutReason; readonly ranges: readonly IndexRange[] }[];
}

/**
 * Decisions as they are read, the checkpoint that covers them, and in the end which entries were counted and which
 * left out.
 */
export interface DecisionReading {
  readonly decisions: AsyncIterable<Decision>;
  /** @throws OmbudError where the entries do not make the tree of the checkpoint */
  coverage(): Coverage;
}

/** Which decisions are read: of which system, up to which size of the log, with or without attributes. */
export interface DecisionQuery {
  readonly system: string;
  /** Size of the log to read at; its newest where left out. */
  readonly atSize?: number;
  /** Leave the protected attributes unread, for a role without the right to them. */
  readonly withoutAttributes?: boolean;
}

/**
 * Reads the decisions of a system at a checkpoint, with the corrections that are in it. Each entry is hashed on the
 * way, so that what is counted is what the checkpoint signs.
 *
 * @example
 * const reading = await readDecisions(ledger, { system: 'loans' });
 * for await (const decision of reading.decisions) count(decision);
 * const { checkpoint, counted, leftOut } = reading.coverage();
 */
export async function readDecisions(ledger: Ledger, query: DecisionQuery): Promise<DecisionReading> {
  const { store, origin } = ledger;
  const size = query.atSize ?? (await readHead(store)).size;
  const checkpoint = { origin, size, root: await rootOf(ledger, size) };
  // Erasures after the checkpoint count too: what is gone is gone.
  const erased = await recordedErasures(store, (await readLog(store)).size);
  const outcomes = await readOutcomes(ledger, query.system, size);
  const counted = new RangeBuilder();
  const leftOut: Record<LeftOutReason, RangeBuilder> = {
    erased: new RangeBuilder(),
    'other-system': new RangeBuilder(),
    'other-kind': new RangeBuilder(),
    unreadable: new RangeBuilder(),
  };
  let root: Uint8Array | null = null;
  async function* decisions(): AsyncGenerator<Decision> {
    const edge = emptyRange();
    for await (const page of readEntries(store, 0, size)) {
      appendLeaves(
        edge,
        page.map(({ body }) => hash('sha256', `\0${body}`, 'binary')),
      );
      const held = await readHeld(ledger, page, query);
      for (const row of page) {
        const read = readOne(row, held, query.system, erased);
        if (typeof read === 'string') leftOut[read].add(row.idx);
        else {
          counted.add(row.idx);
          yield outcomes.has(row.idx) ? { ...read, outcome: outcomes.get(row.idx) ?? null } : read;
        }
      }
    }
    root = rangeRoot(edge);
  }
  return {
    decisions: decisions(),
    coverage: () => {
      requireRoot(root, checkpoint, store.location);
      const reasons = Object.entries(leftOut) as [LeftOutReason, RangeBuilder][];
      return {
        checkpoint,
        counted: counted.ranges(),
        leftOut: reasons
          .map(([reason, builder]) => ({ reason, ranges: builder.ranges() }))
          .filter(({ ranges }) => ranges.length > 0),
      };
    },
  };
}

function requireRoot(root: Uint8Array | null, checkpoint: Checkpoint, location: string): void {
  if (root === null) throw ledgerErrors.error('OMBUD_E_LEDGER_SIZE', 'not-read-yet');
  if (equalBytes(root, checkpoint.root)) return;
  throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'entries', { location, size: checkpoint.size });
}

interface Held {
  readonly payloads: Map<number, PayloadsTable>;
  readonly attributes: Map<number, AttributesTable>;
}

async function readHeld({ store }: Ledger, page: EntriesTable[], query: DecisionQuery): Promise<Held> {
  const [first, end] = [page[0]?.idx ?? 0, (page.at(-1)?.idx ?? -1) + 1];
  return {
    payloads: await readPayloads(store, first, end),
    attributes: query.withoutAttributes === true ? new Map() : await readAttributesOf(store, first, end),
  };
}

function readOne(
  { idx, body }: EntriesTable,
  held: Held,
  system: string,
  erased: readonly IndexRange[],
): Decision | LeftOutReason {
  const entry = parseEntry(body);
  if (entry === null) return 'unreadable';
  if (entry.kind !== 'decision') return 'other-kind';
  if (entry.system !== system) return 'other-system';
  const payload = held.payloads.get(idx);
  if (payload === undefined) return inRanges(erased, idx) ? 'erased' : 'unreadable';
  if (!opensPayload(entry, payload)) return 'unreadable';
  const attributes = held.attributes.get(idx);
  if (attributes !== undefined && !opensAttributes(entry, attributes)) return 'unreadable';
  const opened = JSON.parse(payload.body) as DecisionPayload;
  return {
    index: idx,
    time: entry.decided ?? entry.time,
    subject: opened.subject,
    decision: opened.decision,
    outcome: opened.outcome ?? null,
    score: opened.score ?? null,
    model: entry.model ?? null,
    modelDigest: entry.modelDigest?.sha256 ?? null,
    attributes: attributes === undefined ? {} : (JSON.parse(attributes.body) as Attributes),
    inputs: opened.inputs ?? {},
  };
}

/** The outcomes that corrections gave, by decision; a later correction wins. */
async function readOutcomes({ store }: Ledger, system: string, size: number): Promise<Map<number, Scalar>> {
  const outcomes = new Map<number, Scalar>();
  const rows = await store.db
    .selectFrom('payloads')
    .innerJoin('entries', 'entries.idx', 'payloads.idx')
    .select(['entries.body as entry', 'payloads.salt', 'payloads.body', 'payloads.about'])
    .where('payloads.about', 'is not', null)
    .where('payloads.idx', '<', size)
    .orderBy('payloads.idx')
    .execute();
  for (const { entry: text, about, salt, body } of rows) {
    const entry = parseEntry(text);
    if (about === null || !isCorrectionOf(entry, system, about) || !opensPayload(entry, { salt, body }))
      continue;
    const { outcome } = JSON.parse(body) as CorrectionPayload;
    if (outcome !== undefined) outcomes.set(about, outcome);
  }
  return outcomes;
}

function isCorrectionOf(entry: Entry | null, system: string, about: number): entry is Entry {
  return entry?.kind === 'correction' && entry.system === system && entry.about === about;
}
