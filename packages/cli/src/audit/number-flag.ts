import { cliErrors } from '../errors.ts';

/** The number of a flag. @throws OmbudError `OMBUD_E_BAD_CONFIG` for what is none */
export function numberFlag(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'not-a-number', { name, text });
  return value;
}
