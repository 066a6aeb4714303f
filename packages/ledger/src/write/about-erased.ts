/** Nothing more is recorded about a person who was erased: nobody could find it again, to tell it or to erase it. */
import type { EntryKind } from '@ombud/contract';
import type { Sealed } from '../entry/draft.ts';
import { ledgerErrors } from '../errors.ts';
import type { StoreReader } from '../store/store.ts';
import type { Known } from './known-drafts.ts';

/** What people write of their own accord about a decision. What follows from a case that is open says nothing new of its person. */
const refused: ReadonlySet<EntryKind> = new Set(['correction', 'explanation', 'look']);

/** What is known of each draft, with a refusal of each new one that is about a decision without its data. */
export async function refuseAboutErased(
  store: StoreReader,
  sealed: readonly Sealed[],
  known: readonly Known[],
): Promise<readonly Known[]> {
  if (!sealed.some(({ kind }) => refused.has(kind))) return known;
  const { size } = await store.readLog();
  const gone = new Map<number, boolean>();
  const isGone = async (about: number): Promise<boolean> => {
    const seen = gone.get(about) ?? (await store.readPayload(about)) === undefined;
    gone.set(about, seen);
    return seen;
  };
  const answers: Known[] = [];
  for (const [i, { kind, about }] of sealed.entries()) {
    const one = known[i] ?? null;
    const asks = one === null && about !== null && about < size && refused.has(kind);
    answers.push(
      asks && (await isGone(about))
        ? ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'about-erased', { about })
        : one,
    );
  }
  return answers;
}
