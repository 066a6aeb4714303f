import type { OmbudError } from '@ombud/kernel';
import { tableErrors } from '../../errors.ts';
import { isUntrusted } from '../untrusted.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Says what the database could not do. Its own words stay in `cause`: they may quote a person's value. Classes of SQLSTATE:
 * 28 and 3D refused at the door, 42501 no privilege, 08 and 57P the connection ended.
 */
export function postgresError(cause: unknown, location: string): OmbudError {
  const state = codeOf(cause);
  const message = cause instanceof Error ? cause.message : '';
  const say = (reason: 'failed' | 'lost' | 'refused' | 'unreachable' | 'untrusted') =>
    tableErrors.error('OMBUD_E_DATABASE', reason, { location, state }, { cause });
  if (isUntrusted(cause)) return say('untrusted');
  if (/^(28|3D)/.test(state) || state === '42501' || /password|SASL/.test(message)) return say('refused');
  if (unreachable.has(state) || /timeout expired|timeout exceeded/.test(message)) return say('unreachable');
  if (
    /^(08|57P0)/.test(state) ||
    /^(ECONNRESET|EPIPE)$/.test(state) ||
    /terminated|not queryable|closed/.test(message)
  )
    return say('lost');
  return say('failed');
}
