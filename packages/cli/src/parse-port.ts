import { cliErrors } from './errors.ts';

/** A port as a flag gives it. @throws OmbudError `OMBUD_E_LEDGER_USAGE` */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'not-a-port', { text });
}
