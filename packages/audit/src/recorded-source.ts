import type { AuditSpec, Coverage, LedgerSource } from '@ombud/contract';
import { countRanges } from '@ombud/kernel';
import type { WindowCounts } from '@ombud/table';
import { parseLedgerLocation } from '@ombud/table';
import type { Lost } from './policy/doubts.ts';

/** Why decisions of a ledger are lost to the count; entries of other systems and of other kinds are no loss. */
const lost: ReadonlySet<string> = new Set(['erased', 'unreadable']);

/** Decisions that were recorded and are gone are part of who was there, and were not counted. */
export function withLedger(coverage: Coverage, ledger: LedgerSource | undefined, spec: AuditSpec): Coverage {
  const leftOut = (ledger?.leftOut ?? []).map(({ reason, ranges }) => ({
    reason,
    rows: countRanges(ranges),
  }));
  const gone = leftOut.flatMap(({ reason, rows }) =>
    lost.has(reason) ? [{ reason: { code: reason, params: {} }, rows }] : [],
  );
  const apart = (asked: boolean, sort: string, others: string) => {
    const rows = leftOut.find(({ reason }) => reason === (asked ? others : sort))?.rows ?? 0;
    return asked || rows > 0 ? { audited: asked, leftOut: rows } : null;
  };
  const shadow = apart(spec.shadow === true, 'shadow', 'not-shadow');
  const people = apart(spec.people === true, 'by-person', 'by-system');
  const rows = coverage.rows + gone.reduce((sum, part) => sum + part.rows, 0);
  return {
    ...coverage,
    rows,
    excluded: [...coverage.excluded, ...gone],
    ...(shadow === null ? {} : { shadow }),
    ...(people === null ? {} : { people }),
  };
}

/** What of the recorded decisions is lost to the count. */
export function lostOf({ rows, excluded }: Coverage): Lost {
  const count = (code: string) => excluded.find(({ reason }) => reason.code === code)?.rows ?? 0;
  return { erased: count('erased'), unreadable: count('unreadable'), of: rows };
}

/** What of a ledger the engine holds, and where a time was asked for, how much lies outside. */
export interface RecordedSource {
  readonly ledger: LedgerSource;
  readonly times: WindowCounts | null;
}

/**
 * A ledger names the subject and the time of each decision: unless another column is named, a person with several is one
 * person, and who asks for a time need not say where it stands.
 */
export function withRecorded(spec: AuditSpec): AuditSpec {
  if (parseLedgerLocation(spec.source) === null) return spec;
  const asksTime = spec.from !== undefined || spec.to !== undefined || spec.period !== undefined;
  return {
    ...spec,
    ...(spec.subject === undefined && spec.count === undefined ? { subject: 'subject' } : {}),
    ...(spec.time === undefined && asksTime ? { time: 'time' } : {}),
  };
}
