import { defineErrors, type OmbudError } from '@ombud/kernel';

/** The errors of the ledger. `disproved`: what is stored is not what was signed. `fault`: a defect of a program. */
export const ledgerErrors = defineErrors({
  OMBUD_E_LEDGER_NOT_FOUND: { kind: 'not-found', reasons: ['no-ledger'] },
  OMBUD_E_LEDGER_EXISTS: { kind: 'conflict', reasons: ['database', 'folder'] },
  OMBUD_E_LEDGER_LOCATION: { kind: 'input', reasons: ['neither-folder-nor-url', 'postgres-url'] },
  OMBUD_E_LEDGER_LOCKED: { kind: 'conflict', reasons: ['another-writer', 'busy', 'reader-holds-erased'] },
  OMBUD_E_LEDGER_READ_ONLY: {
    kind: 'input',
    reasons: ['folder', 'new-folder', 'opened-for-reading', 'role'],
  },
  OMBUD_E_LEDGER_DISK_FULL: { kind: 'unavailable', reasons: ['full'] },
  OMBUD_E_LEDGER_STORE: { kind: 'fault', reasons: ['disk', 'failed'] },
  OMBUD_E_LEDGER_UNREACHABLE: { kind: 'unavailable', reasons: ['database'] },
  OMBUD_E_LEDGER_SCHEMA_VERSION: { kind: 'input', reasons: ['newer'] },
  OMBUD_E_LEDGER_BUSY: { kind: 'unavailable', reasons: ['queue-full'] },
  OMBUD_E_LEDGER_CLOSED: { kind: 'fault', reasons: ['closed'] },
  OMBUD_E_LEDGER_FENCED: { kind: 'fault', reasons: ['changed-by-another'] },
  OMBUD_E_LEDGER_CORRUPT: {
    kind: 'disproved',
    reasons: [
      'attributes-commitment',
      'attributes-missing',
      'attributes-not-erased',
      'checkpoint-size',
      'checkpoint-tree',
      'database',
      'entries',
      'entry-count',
      'entry-form',
      'entry-hash',
      'entry-missing',
      'entry-time',
      'last-time',
      'no-checkpoint',
      'payload-about',
      'payload-commitment',
      'payload-missing',
      'payload-not-erased',
      'row-beyond-end',
      'stored-tree',
      'tile-changed',
      'tile-missing',
      'tree-not-signed',
      'unfinished',
    ],
  },
  OMBUD_E_LEDGER_KEY: {
    kind: 'input',
    reasons: ['does-not-sign', 'missing-private', 'only-key', 'unreadable'],
  },
  OMBUD_E_LEDGER_ORIGIN: { kind: 'input', reasons: ['form'] },
  OMBUD_E_LEDGER_ENTRY: {
    kind: 'input',
    reasons: ['about', 'decided', 'model-digest', 'no-decision', 'score', 'text'],
  },
  OMBUD_E_LEDGER_TOO_LARGE: { kind: 'input', reasons: ['entry'] },
  OMBUD_E_LEDGER_INDEX: { kind: 'not-found', reasons: ['about-later', 'no-entry'] },
  OMBUD_E_LEDGER_SIZE: { kind: 'input', reasons: ['not-a-size', 'not-read-yet'] },
  OMBUD_E_LEDGER_INPUT: { kind: 'input', reasons: ['published-unreadable', 'tile-missing'] },
  OMBUD_E_LEDGER_NOBODY: { kind: 'not-found', reasons: ['subject'] },
  OMBUD_E_LEDGER_PUBLISH: { kind: 'input', reasons: ['another-log', 'cannot-write'] },
  OMBUD_E_LEDGER_ROLLED_BACK: {
    kind: 'disproved',
    reasons: [
      'published-differs',
      'published-more',
      'witness-other-past',
      'witness-other-tree',
      'witness-saw-more',
    ],
  },
  OMBUD_E_LEDGER_WITNESS: {
    kind: 'unavailable',
    reasons: ['named-otherwise', 'no-cosignature', 'not-a-witness-key', 'refused', 'unreachable'],
  },
  OMBUD_E_LEDGER_EVIDENCE: {
    kind: 'disproved',
    reasons: ['form', 'no-known-key', 'not-json', 'not-json-object', 'signature'],
  },
});

/** A code of {@link ledgerErrors}. */
export type LedgerErrorCode = keyof typeof ledgerErrors.declarations;

/** Somebody else wrote although we hold the lock: nothing may be written on top of that. */
export function fenced(): OmbudError {
  return ledgerErrors.error('OMBUD_E_LEDGER_FENCED', 'changed-by-another');
}
