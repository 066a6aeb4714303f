/**
 * A run of entries as an audit reads it: hashed, every commitment opened, and what is not counted told apart. What is
 * counted goes on as text, which costs little to hand from a thread to another.
 */
import type { Entry } from '@ombud/contract';
import { digestBytes, type IndexRange, inRanges } from '@ombud/kernel';
import { leafHashLatin1 } from '@ombud/tlog/tree';
import { noFingerprints, setFingerprint } from '../check/seen-hashes.ts';
import type { Secret } from '../entry/draft.ts';
import {
  attributesCommitment,
  openAttributes,
  openPayload,
  opensAttributes,
  opensPayload,
  parseEntry,
  payloadCommitment,
} from '../entry/read-entry.ts';
import type { StoredEntry, StoreReader } from '../store/store.ts';
import type { Run } from '../worker/run-threads.ts';
import { type RunTree, treeOfRun } from '../worker/run-tree.ts';

/** Why entries are not counted, as a run can tell. */
export const runReasons = [
  'unreadable',
  'erased',
  'other-system',
  'other-kind',
  'shadow',
  'not-shadow',
  'by-person',
  'by-system',
] as const;

/** Why a run does not count an entry. */
export type RunReason = (typeof runReasons)[number];

/** Whether decisions that stand apart are read: an audit of a system is not about them unless somebody asks for them. */
export type ApartReading = 'without' | 'only' | 'with';

/** What to read of entries, whatever their run. */
export interface RunRules {
  readonly system: string;
  readonly shadow: ApartReading;
  readonly people: ApartReading;
  readonly withoutAttributes: boolean;
  readonly erased: readonly IndexRange[];
}

/** What a run holds. */
export interface OpenedRun {
  /** Its leaf hashes, of zeros where an entry is not there. */
  readonly tree: RunTree;
  /** Of the commitment of each entry. */
  readonly fingerprints: Uint32Array<ArrayBuffer>;
  /** For each entry 0 where it is a decision to be counted, else one more than the place of its reason. */
  readonly reasons: Uint8Array<ArrayBuffer>;
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

/** Whether a decision was made beside another and had no effect. */
export const isShadow = ({ marks = [] }: Extract<Entry, { kind: 'decision' }>): boolean =>
  marks.includes('shadow');

const isByPerson = ({ marks = [] }: Extract<Entry, { kind: 'decision' }>): boolean =>
  marks.includes('by-person');

interface Found {
  readonly decisions: OpenedDecision[];
  readonly payloads: string[];
  readonly attributes: string[];
}

/**
 * Opens a run.
 *
 * @param parsing whether each text is parsed to see that it is JSON; where it is left out, whoever parses the lists sees it,
 *   and asks again
 */
export async function openRun(
  store: StoreReader,
  { first, end, ...rules }: Run & RunRules,
  parsing = false,
): Promise<OpenedRun> {
  const count = end - first;
  const leaves = Buffer.alloc(count * digestBytes);
  const fingerprints = noFingerprints(count);
  const reasons = new Uint8Array(count).fill(1 + runReasons.indexOf('unreadable'));
  const found: Found = { decisions: [], payloads: [], attributes: [] };
  const wanted = { payloads: true, attributes: !rules.withoutAttributes };
  for await (const page of store.readPages(first, end, wanted))
    for (const row of page) {
      const at = row.index - first;
      leaves.write(leafHashLatin1(row.entry), at * digestBytes, digestBytes, 'latin1');
      const entry = parseEntry(row.entry);
      if (entry === null) continue;
      const commitment = payloadCommitment(entry);
      if (commitment !== null) setFingerprint(fingerprints, at, commitment);
      const reason = readOne(row, entry, { ...rules, parsing }, found);
      reasons[at] = reason === null ? 0 : 1 + runReasons.indexOf(reason);
    }
  return {
    tree: treeOfRun(leaves),
    fingerprints,
    reasons,
    decisions: found.decisions,
    payloads: `[${found.payloads.join(',')}]`,
    attributes: `[${found.attributes.join(',')}]`,
  };
}

type Rules = RunRules & { readonly parsing: boolean };

/** Adds a decision to what is counted, or says why it is not. */
function readOne(row: StoredEntry, entry: Entry, rules: Rules, found: Found): RunReason | null {
  if (entry.kind === 'correction' && entry.system === rules.system)
    return isWhole(row, entry, rules) ? 'other-kind' : 'unreadable';
  if (entry.kind !== 'decision') return 'other-kind';
  if (entry.system !== rules.system) return 'other-system';
  const apart = apartFor(entry, rules);
  const { payload } = row;
  if (payload === null) return inRanges(rules.erased, row.index) ? (apart ?? 'erased') : 'unreadable';
  const attributes = attributesText(row, entry, rules);
  if (attributes === null || !opensFor(entry, payload, rules)) return 'unreadable';
  if (apart !== null) return apart;
  const { decided, time, model = null, modelDigest } = entry;
  found.decisions.push([
    decided ?? time,
    model,
    modelDigest?.sha256 ?? null,
    isShadow(entry),
    isByPerson(entry),
  ]);
  found.payloads.push(payload.body);
  found.attributes.push(attributes);
  return null;
}

const opensFor = (entry: Entry, payload: Secret, { parsing }: Rules): boolean =>
  parsing ? openPayload(entry, payload) !== null : opensPayload(entry, payload);

/** Why a decision of the other sort is left out; null where it is wanted. What it was marked as is known after its erasure too. */
function apartFor(entry: Extract<Entry, { kind: 'decision' }>, { shadow, people }: Rules): RunReason | null {
  if (!wants(shadow, isShadow(entry))) return shadow === 'only' ? 'not-shadow' : 'shadow';
  if (!wants(people, isByPerson(entry))) return people === 'only' ? 'by-system' : 'by-person';
  return null;
}

function wants(wanted: ApartReading, standsApart: boolean): boolean {
  switch (wanted) {
    case 'without':
      return !standsApart;
    case 'only':
      return standsApart;
    case 'with':
      return true;
  }
}

/** A correction that is gone without an erasure would give an old outcome back. */
function isWhole(row: StoredEntry, entry: Entry, { erased }: Rules): boolean {
  if (row.payload === null) return inRanges(erased, row.index);
  return 'about' in entry && row.payload.about === entry.about && openPayload(entry, row.payload) !== null;
}

/** The attributes; none where the entry commits to none; null where they are missing or changed. */
function attributesText(
  row: StoredEntry,
  entry: Entry,
  { withoutAttributes, parsing }: Rules,
): string | null {
  const { attributes } = row;
  if (withoutAttributes || attributesCommitment(entry) === null) return attributes === null ? '{}' : null;
  if (attributes === null) return null;
  const opens = parsing ? openAttributes(entry, attributes) !== null : opensAttributes(entry, attributes);
  return opens ? attributes.body : null;
}
