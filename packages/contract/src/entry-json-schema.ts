import { z } from 'zod';
import { entrySchema } from './entry.ts';

/** The JSON Schema (2020-12) of an entry, as published in `schema/entry.json`. */
export function entryJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://ombud.dev/schema/entry.json',
    title: 'Ombud ledger entry',
    ...z.toJSONSchema(entrySchema, { target: 'draft-2020-12' }),
  };
}
