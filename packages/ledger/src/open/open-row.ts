/** A decision as an audit or an export reads it: opened, or why it is not counted. */
import type { Entry } from '@ombud/contract';
import { type IndexRange, inRanges } from '@ombud/kernel';
import { attributesCommitment, openPayload, opensAttributes, opensPayload } from '../entry/read-entry.ts';
import type { DecisionEntry } from '../lines/like-before.ts';
import type { StoredEntry } from '../store/store.ts';

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

/** A decision to be counted, with its texts: JSON of an object each. */
export interface OpenedRow {
  readonly entry: DecisionEntry;
  readonly payload: string;
  readonly attributes: string;
}

/** Opens an entry that was parsed, or says why it is not counted. */
export function openRow(row: StoredEntry, entry: Entry | null, rules: RunRules): OpenedRow | RunReason {
  if (entry === null) return 'unreadable';
  if (entry.kind === 'correction' && entry.system === rules.system)
    return isWhole(row, entry, rules) ? 'other-kind' : 'unreadable';
  if (entry.kind !== 'decision') return 'other-kind';
  if (entry.system !== rules.system) return 'other-system';
  const { payload } = row;
  const apart = apartFor(entry, rules);
  if (payload === null) return inRanges(rules.erased, row.index) ? (apart ?? 'erased') : 'unreadable';
  const attributes = attributesText(row, entry, rules);
  if (attributes === null || !opensPayload(entry, payload)) return 'unreadable';
  return apart ?? { entry, payload: payload.body, attributes };
}

/** Why a decision that could be opened is not counted; null where it is. */
export function reasonFor(entry: DecisionEntry, rules: RunRules): RunReason | null {
  return entry.system === rules.system ? apartFor(entry, rules) : 'other-system';
}

/** Whether a decision was made beside another and had no effect. */
export const isShadow = ({ marks = [] }: DecisionEntry): boolean => marks.includes('shadow');

/** Whether a person made a decision in place of the system. */
export const isByPerson = ({ marks = [] }: DecisionEntry): boolean => marks.includes('by-person');

/** Why a decision of the other sort is left out; null where it is wanted. What it was marked as is known after its erasure too. */
function apartFor(entry: DecisionEntry, { shadow, people }: RunRules): RunReason | null {
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
function isWhole(row: StoredEntry, entry: Entry, { erased }: RunRules): boolean {
  if (row.payload === null) return inRanges(erased, row.index);
  return 'about' in entry && row.payload.about === entry.about && openPayload(entry, row.payload) !== null;
}

/** The attributes; none where the entry commits to none; null where they are missing or changed. */
function attributesText(row: StoredEntry, entry: Entry, { withoutAttributes }: RunRules): string | null {
  const { attributes } = row;
  if (withoutAttributes || attributesCommitment(entry) === null) return attributes === null ? '{}' : null;
  if (attributes === null) return null;
  return opensAttributes(entry, attributes) ? attributes.body : null;
}
