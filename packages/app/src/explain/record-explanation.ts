import { parseLedgerLocation } from '@ombud/table';
import type { Context } from '../context.ts';
import { appErrors } from '../errors.ts';
import { withWriter } from '../ledger/open.ts';
import type { Explained } from './explain-decision.ts';

/**
 * Records in the ledger that a decision was explained: the digest of the explanation and of the model lie in the payload,
 * under a salted commitment, so that the log says that an explanation was given, and gives nobody away.
 *
 * @param source `ledger:DIR#SYSTEM`
 * @returns the index of the entry
 * @throws OmbudError where the ledger cannot be written
 */
export async function recordExplanation(
  source: string,
  { explanation, digest }: Explained,
  context: Context,
): Promise<number> {
  const ledger = parseLedgerLocation(source);
  const { entry } = explanation.about;
  if (ledger === null || entry === null)
    throw appErrors.error('OMBUD_E_EXPLAIN_USAGE', 'entry-needs-ledger', { source });
  return withWriter(ledger.location, context, async (writer) => {
    const { index } = await writer.append({
      kind: 'explanation',
      system: ledger.system,
      about: entry.index,
      payload: {
        explanation: { sha256: digest },
        model: explanation.model.digest === null ? null : { sha256: explanation.model.digest },
      },
    });
    return index;
  });
}
