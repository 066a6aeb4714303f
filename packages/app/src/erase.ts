import { type Erased, type ErasureRequest, eraseOlderThan, eraseSubjects } from '@ombud/ledger';
import { hasCases } from './contest/check-cases.ts';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { withWriter } from './ledger/open.ts';

const dayMs = 86_400_000;

/** Whose data is erased: named people, or everybody's that is older than so many days. */
export type Erasure = {
  readonly location: string;
  /** What was asked, as it was received: its digest stands in the log. Where left out, a statement takes its place. */
  readonly request?: string;
  /** What a front knows of the people goes in the same transaction: `State.within` makes it. */
  readonly within?: ErasureRequest['within'];
} & ({ readonly subjects: readonly string[] } | { readonly olderThanDays: number });

/**
 * Erases people's data; every proof stays valid, and the erasure is an entry of the log.
 * @throws OmbudError `OMBUD_E_LEDGER_NOBODY` where nothing is held about the people named; `OMBUD_E_LEDGER_USAGE` where a server
 *   keeps more about them, and is not asked
 * @example await erase({ location: './decisions', subjects: ['s-123'] }, context);
 */
export function erase(asked: Erasure, context: Context): Promise<Erased> {
  const requested = {
    now: context.now,
    ...(asked.request === undefined ? {} : { request: asked.request }),
    ...(asked.within === undefined ? {} : { within: asked.within }),
  };
  return withWriter(asked.location, context, async (writer) => {
    // A front that keeps names and words of people beside the ledger erases them in the same transaction, or nobody does.
    if (asked.within === undefined && (await hasCases(writer.ledger)))
      throw appErrors.error('OMBUD_E_LEDGER_USAGE', 'erase-at-server', { location: asked.location });
    return 'subjects' in asked
      ? eraseSubjects(writer, asked.subjects, requested)
      : eraseOlderThan(writer, context.now() - asked.olderThanDays * dayMs, requested);
  });
}
