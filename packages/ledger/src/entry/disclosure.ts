/** Showing one field of a payload or of protected attributes without the others. */
import type { Entry } from '@ombud/contract';
import { canonicalJson, type JsonObject, type JsonValue } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';
import { type CommitmentLabel, commitmentOfFields, fieldCommitment, fieldsOf } from './commitment.ts';
import type { Secret } from './draft.ts';
import { attributesCommitment, payloadCommitment } from './read-entry.ts';
import { saltAt } from './salts.ts';

/** One field, with what is needed to check it against its entry; it says nothing of the other fields but their number. */
export interface Disclosure {
  readonly of: 'payload' | 'attributes';
  /** JSON Pointer of the field. */
  readonly pointer: string;
  readonly value: JsonValue;
  readonly salt: string;
  /** Place of the field among all. */
  readonly place: number;
  /** Commitments of all fields, in order. */
  readonly fields: readonly string[];
}

const labels: Readonly<Record<Disclosure['of'], CommitmentLabel>> = {
  payload: 'ombud/payload',
  attributes: 'ombud/attributes',
};

/**
 * Takes one field out of a payload or of attributes.
 *
 * @param pointer JSON Pointer of the field, `/decision` or `/inputs/income`
 * @throws OmbudError `OMBUD_E_LEDGER_ENTRY` where there is no such field
 * @example discloseField('payload', secret, '/inputs/income')
 */
export function discloseField(of: Disclosure['of'], { salt, body }: Secret, pointer: string): Disclosure {
  const { fields } = fieldsOf(JSON.parse(body) as JsonObject);
  const quoted = JSON.stringify(pointer);
  const place = fields.findIndex((field) => field.pointer === quoted);
  const field = fields[place];
  if (field === undefined)
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'no-field', {
      pointer,
      fields: fields.map((one) => JSON.parse(one.pointer) as string),
    });
  return {
    of,
    pointer,
    value: JSON.parse(field.value) as JsonValue,
    salt: saltAt(salt, place),
    place,
    fields: fields.map((one, i) => fieldCommitment(labels[of], saltAt(salt, i), one.pointer, one.value)),
  };
}

/** Whether a disclosed field is the one that the entry commits to. The entry itself is proved by its receipt. */
export function opensField(entry: Entry, shown: Disclosure): boolean {
  const label = labels[shown.of];
  const commitment = shown.of === 'payload' ? payloadCommitment(entry) : attributesCommitment(entry);
  const own = fieldCommitment(label, shown.salt, JSON.stringify(shown.pointer), canonicalJson(shown.value));
  return (
    entry.v === 2 &&
    shown.fields[shown.place] === own &&
    commitmentOfFields(label, shown.fields.map((field) => `\n${field}`).join('')) === commitment
  );
}
