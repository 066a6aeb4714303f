import { type Erased, eraseOlderThan, eraseSubjects } from '@ombud/ledger';
import type { Context } from './context.ts';
import { withWriter } from './ledger/open.ts';

const dayMs = 86_400_000;

/** Whose data is erased: named people, or everybody's that is older than so many days. */
export type Erasure =
  | { readonly location: string; readonly subjects: readonly string[] }
  | { readonly location: string; readonly olderThanDays: number };

/**
 * Erases people's data; every proof stays valid, and the erasure is an entry of the log.
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about the people named
 * @example await erase({ location: './decisions', subjects: ['s-123'] }, context);
 */
export function erase(asked: Erasure, context: Context): Promise<Erased> {
  return withWriter(asked.location, context, (writer) =>
    'subjects' in asked
      ? eraseSubjects(writer, asked.subjects)
      : eraseOlderThan(writer, context.now() - asked.olderThanDays * dayMs),
  );
}
