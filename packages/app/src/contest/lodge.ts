import type { Actor, Channel, Words } from '@ombud/contest';
import type { Desk } from './desk.ts';
import { openDraft } from './draft.ts';
import { digestsOfFiles } from './files.ts';
import { type Moved, move } from './move.ts';
import { contest } from './tables.ts';

/** An appeal as it comes in. */
export interface NewAppeal {
  readonly case: string;
  readonly by: Extract<Actor, 'person' | 'representative' | 'clerk'>;
  /** The account of the clerk; the role for all others. */
  readonly actor: string;
  readonly channel: Channel;
  /** Codes of the system's grounds; `discrimination` opens the protected attributes to the reviewer. */
  readonly grounds: readonly string[];
  /** What the person says, and the data that they put right. */
  readonly words: Words;
  /** When a paper or a call reached the office: the window counts by it. */
  readonly receivedAt?: string;
  /** The person asks that the effect stop, where the rule lets them. */
  readonly suspensionAsked?: boolean;
  readonly newEvidence?: boolean;
  /** Why it is late; "no good reason" is one of the codes. */
  readonly lateReason?: string;
  /** Where it comes from, for example an address: kept as a keyed hash, for the order of the queue alone. */
  readonly source?: string;
}

/**
 * Lodges an appeal: by the person, a representative, or a clerk who types in a paper or a call, with the same clocks and
 * the same receipt. One that comes after the window is `late`, and a human judges it. Where the rule suspends the effect,
 * that is ordered in the same transaction.
 *
 * @example const { moves } = await lodgeAppeal(desk, { case: id, by: 'person', actor: 'person', channel: 'portal', grounds: ['wrong-facts'], words: { text } });
 */
export async function lodgeAppeal(desk: Desk, asked: NewAppeal): Promise<Moved> {
  const { appeal } = await openDraft(desk, asked.case);
  const files = await digestsOfFiles(desk, appeal);
  const { channel, grounds, receivedAt, suspensionAsked, newEvidence, lateReason } = asked;
  return move(desk, {
    case: asked.case,
    matter: appeal,
    event: 'lodge',
    by: asked.by,
    actor: asked.actor,
    facts: {
      channel,
      grounds,
      ...(receivedAt === undefined ? {} : { receivedAt }),
      ...(suspensionAsked === undefined ? {} : { suspensionAsked }),
      newEvidence: newEvidence ?? files.length > 0,
      ...(lateReason === undefined ? {} : { reason: lateReason }),
    },
    words: { ...asked.words, ...(files.length === 0 ? {} : { files }) },
    // What was a draft is an entry now.
    within: async (tx) => {
      await tx.of(contest).deleteFrom('contest_drafts').where('matter', '=', appeal).execute();
      if (asked.source === undefined) return;
      await tx
        .of(contest)
        .updateTable('contest_cases')
        .set({ lodged_from: desk.keyed(`source\n${asked.source}`) })
        .where('id', '=', asked.case)
        .execute();
    },
  });
}
