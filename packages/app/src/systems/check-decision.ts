/** A decision against what its system declared: an input that was never declared, or is of another type, is no input. */
import type { Config, InputConfig } from '@ombud/contract';
import { type JsonValue, nearest, readInstant } from '@ombud/kernel';
import type { DecisionDraft } from '@ombud/ledger';
import { BadRow } from '../ledger/refusal.ts';

type Type = InputConfig['type'];

const isOf: Readonly<Record<Type, (value: JsonValue) => boolean>> = {
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  category: (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  date: (value) => typeof value === 'string' && readInstant(value) !== null,
};

function requireKnown(names: readonly string[], declared: readonly string[], reason: string): void {
  const unknown = names.find((name) => !declared.includes(name));
  if (unknown !== undefined) throw new BadRow(reason, { name: unknown, near: nearest(unknown, declared) });
}

/**
 * Checks a decision. A value that is null is a missing one, which is allowed and counted; an input that is not named at all
 * is a mistake.
 * @throws BadRow with what is wrong
 */
export function checkDecision({ inputs: declared, data }: Config, draft: DecisionDraft): void {
  const { inputs = {} } = draft.payload;
  if (declared !== undefined) {
    requireKnown(
      Object.keys(inputs),
      declared.map(({ name }) => name),
      'input-not-declared',
    );
    for (const { name, type } of declared) {
      const value = inputs[name];
      if (value === undefined) throw new BadRow('input-missing', { name });
      if (value !== null && !isOf[type](value)) throw new BadRow('input-type', { name, type });
    }
  }
  if (data?.groups !== undefined)
    requireKnown(
      Object.keys(draft.attributes ?? {}),
      data.groups.map(({ column }) => column),
      'attribute-not-declared',
    );
}
