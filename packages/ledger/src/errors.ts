import { defineErrors, type OmbudError } from '@ombud/kernel';

/** The errors of the ledger. `disproved`: what is stored is not what was signed. `fault`: a defect of a program. */
export const ledgerErrors = defineErrors({
  OMBUD_E_LEDGER_NOT_FOUND: { kind: 'not-found', reasons: ['no-ledger'] },
  OMBUD_E_LEDGER_EXISTS: { kind: 'conflict', reasons: ['database', 'folder'] },
  OMBUD_E_LEDGER_LOCATION: { kind: 'input', reasons: ['name', 'neither-folder-nor-url', 'postgres-url'] },
  OMBUD_E_LEDGER_LOCKED: { kind: 'conflict', reasons: ['another-writer', 'busy', 'reader-holds-erased'] },
  OMBUD_E_LEDGER_READ_ONLY: {
    kind: 'input',
    reasons: ['folder', 'new-folder', 'opened-for-reading', 'role'],
  },
  OMBUD_E_LEDGER_DISK_FULL: { kind: 'unavailable', reasons: ['full'] },
  OMBUD_E_LEDGER_STORE: { kind: 'fault', reasons: ['disk', 'failed', 'randomness'] },
  OMBUD_E_LEDGER_UNREACHABLE: {
    kind: 'unavailable',
    reasons: ['answer-lost', 'connection-lost', 'database'],
  },
  OMBUD_E_LEDGER_NOT_DURABLE: { kind: 'input', reasons: ['setting-off'] },
  OMBUD_E_LEDGER_COPY: { kind: 'unavailable', reasons: ['failed', 'no-program'] },
  OMBUD_E_LEDGER_CLOCK: { kind: 'input', reasons: ['ahead', 'jumped'] },
  OMBUD_E_LEDGER_SCHEMA_VERSION: { kind: 'input', reasons: ['newer'] },
  OMBUD_E_LEDGER_BUSY: { kind: 'unavailable', reasons: ['queue-full'] },
  OMBUD_E_LEDGER_CLOSED: { kind: 'fault', reasons: ['closed'] },
  OMBUD_E_LEDGER_FENCED: { kind: 'fault', reasons: ['changed-by-another'] },
  OMBUD_E_LEDGER_CORRUPT: {
    kind: 'disproved',
    reasons: [
      'about-later',
      'attributes-commitment',
      'attributes-missing',
      'attributes-not-erased',
      'below-high-water',
      'checkpoint-size',
      'checkpoint-tree',
      'database',
      'decided-later',
      'entries',
      'entry-count',
      'entry-form',
      'entry-hash',
      'entry-in-future',
      'entry-missing',
      'entry-time',
      'erasure-beyond-end',
      'erasure-unasked',
      'key-not-vouched',
      'last-time',
      'no-checkpoint',
      'others-saw-more',
      'payload-about',
      'payload-commitment',
      'payload-missing',
      'payload-not-erased',
      'replayed',
      'row-beyond-end',
      'stored-tree',
      'tile-changed',
      'tile-missing',
      'tree-not-signed',
      'unfinished',
      'weak-salt',
    ],
  },
  OMBUD_E_LEDGER_KEY: {
    kind: 'input',
    reasons: ['does-not-sign', 'missing-private', 'not-pinned', 'only-key', 'unreadable'],
  },
  OMBUD_E_LEDGER_ORIGIN: { kind: 'input', reasons: ['form'] },
  OMBUD_E_LEDGER_ENTRY: {
    kind: 'input',
    reasons: [
      'about',
      'decided',
      'decided-later',
      'key-reused',
      'key-twice',
      'model-digest',
      'no-decision',
      'no-field',
      'not-a-value',
      'not-an-object',
      'not-appended',
      'schema',
      'score',
      'sealed-twice',
      'text',
      'unknown-member',
    ],
  },
  OMBUD_E_LEDGER_TOO_LARGE: { kind: 'input', reasons: ['entry'] },
  OMBUD_E_LEDGER_INDEX: { kind: 'not-found', reasons: ['about-later', 'erasure-beyond-end', 'no-entry'] },
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
    reasons: ['named-otherwise', 'no-cosignature', 'not-a-witness-key', 'refused', 'too-few', 'unreachable'],
  },
});

/** A code of {@link ledgerErrors}. */
export type LedgerErrorCode = keyof typeof ledgerErrors.declarations;

/** Somebody else wrote although we hold the lock: nothing may be written on top of that. */
export function fenced(): OmbudError {
  return ledgerErrors.error('OMBUD_E_LEDGER_FENCED', 'changed-by-another');
}
