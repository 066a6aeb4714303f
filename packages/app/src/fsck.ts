import { type Fsck, fsck } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';
import type { CaseProblem } from './contest/case-problem.ts';
import { checkCasesBeside } from './contest/check-cases.ts';
import type { Context } from './context.ts';
import { appErrors } from './errors.ts';
import { withLedger } from './ledger/open.ts';

/** Which ledger to check, and against what. */
export interface LedgerCheck {
  readonly location: string;
  /** Verifier keys that are trusted; those that were pinned beside the private key where none are given. */
  readonly keys?: readonly string[];
  /** Signed checkpoints from outside: of a published copy, of a witness. The log must continue them. */
  readonly against?: readonly string[];
  /** The entries and the tree alone, for a role without the right to payloads. */
  readonly treeOnly?: boolean;
}

/** What was checked: the log, and the cases beside it. */
export interface CheckedLedger extends Fsck {
  /** Runs of the machines of contest, and the moves that the log holds of them. */
  readonly cases: { readonly matters: number; readonly moves: number };
}

const problemOf = (problems: readonly CaseProblem[]) => {
  const [first] = problems;
  return first === undefined
    ? null
    : appErrors.error('OMBUD_E_CASES', first.what, {
        matter: first.matter,
        entry: first.entry ?? -1,
        problems: problems.length,
      });
};

/**
 * Recomputes a whole ledger from its entries up, and holds every case beside it against what its entries say.
 * @returns counts, and the first thing that is wrong or null
 * @throws OmbudError where the ledger cannot be opened
 * @example const { problem } = await checkLedger({ location: './decisions' }, context);
 */
export function checkLedger(
  { location, keys = [], against = [], treeOnly = false }: LedgerCheck,
  { progress, signal, now }: Context,
): Promise<CheckedLedger> {
  return withLedger(
    location,
    async (ledger) => {
      const log = await fsck(ledger, {
        against,
        treeOnly,
        now,
        progress: (checked) => {
          signal?.throwIfAborted();
          progress({ task: 'checking', done: checked, total: null });
        },
      });
      // What a case did lies in payloads: who may not read them cannot tell.
      if (log.problem !== null || treeOnly) return { ...log, cases: { matters: 0, moves: 0 } };
      const { matters, moves, problems } = await checkCasesBeside(ledger, {
        size: log.entries,
        abouts: log.abouts,
      });
      return { ...log, cases: { matters, moves }, problem: problemOf(problems) };
    },
    { keys: keys.map(parseVerifierKey) },
  );
}
