import { defineErrors } from '@ombud/kernel';

/** The errors of the server. Sentences: `packages/words/src/en/server.ts`. */
export const serverErrors = defineErrors({
  OMBUD_E_HTTP_INPUT: {
    kind: 'input',
    reasons: [
      'content-type',
      'idempotency-key',
      'missing',
      'not-a-choice',
      'not-json',
      'subjects-or-age',
      'too-large-value',
      'unfit',
      'unknown-member',
      'wrong-type',
    ],
  },
  OMBUD_E_HTTP_TOO_LARGE: { kind: 'input', reasons: ['body'] },
  OMBUD_E_HTTP_NO_ROUTE: { kind: 'not-found', reasons: ['method', 'path'] },
  OMBUD_E_HTTP_FORGED: { kind: 'forbidden', reasons: ['host', 'origin', 'token'] },
  OMBUD_E_HTTP_LIMIT: { kind: 'too-often', reasons: ['logins', 'requests'] },
  OMBUD_E_UNEXPECTED: { kind: 'fault', reasons: ['fault'] },
  OMBUD_E_WHO: {
    kind: 'unknown-asker',
    reasons: ['credentials', 'key', 'log-in', 'passkey', 'second-factor'],
  },
  OMBUD_E_FORBIDDEN: {
    kind: 'forbidden',
    reasons: ['all-systems', 'decider', 'not-assigned', 'other-system', 'role'],
  },
  OMBUD_E_PEOPLE_ONLY: { kind: 'forbidden', reasons: ['key'] },
  OMBUD_E_SERVE: {
    kind: 'input',
    reasons: ['no-administrator', 'no-tls', 'settings'],
  },
  OMBUD_E_BACKUP: {
    kind: 'input',
    reasons: ['exists', 'file', 'newer', 'no-backup', 'not-empty', 'not-for-database', 'unfinished'],
  },
  OMBUD_E_BACKUP_DIFFERS: { kind: 'disproved', reasons: ['checkpoint'] },
  OMBUD_E_SERVE_LISTEN: { kind: 'unavailable', reasons: ['cannot-listen'] },
  OMBUD_E_ACCOUNT: { kind: 'conflict', reasons: ['last-administrator', 'name-taken'] },
  OMBUD_E_ACCOUNT_INPUT: { kind: 'input', reasons: ['password-common', 'password-short'] },
  OMBUD_E_INVITATION: { kind: 'not-found', reasons: ['used'] },
  OMBUD_E_NO_ACCOUNT: { kind: 'not-found', reasons: ['account', 'key', 'passkey'] },
  OMBUD_E_DECLARED: { kind: 'input', reasons: ['name', 'other-system'] },
  OMBUD_E_DECISION: { kind: 'input', reasons: ['refused'] },
  OMBUD_E_NO_DECISION: { kind: 'not-found', reasons: ['no-decision', 'nobody', 'not-there'] },
  OMBUD_E_NO_AUDIT: { kind: 'not-found', reasons: ['audit', 'none-yet', 'not-finished', 'not-signed'] },
  OMBUD_E_NO_CONTEST: { kind: 'not-found', reasons: ['no-pack', 'not-declared'] },
  OMBUD_E_NO_HOLD: { kind: 'not-found', reasons: ['none'] },
  OMBUD_E_NO_TILE: { kind: 'not-found', reasons: ['beyond-end'] },
  OMBUD_E_NO_PROVIDER: { kind: 'not-found', reasons: ['none'] },
  OMBUD_E_OIDC: { kind: 'unavailable', reasons: ['provider'] },
  OMBUD_E_OIDC_REFUSED: { kind: 'forbidden', reasons: ['refused'] },
});
