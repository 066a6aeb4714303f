/** A declaration as it was written: what a server keeps, without defaults. */
import type { JsonObject } from '@ombud/kernel';
import { parse, stringify } from 'yaml';
import { parseDeclaration } from './read-declaration.ts';

/**
 * Reads the text of an `ombud.yaml` as the document that it says, once it was found to be a declaration.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` naming the line
 * @example readDocument('system: loans\ndata: ...')
 */
export function readDocument(text: string): JsonObject & { readonly system: string } {
  const { system } = parseDeclaration(text, 'ombud.yaml');
  return { ...(parse(text) as JsonObject), system };
}

/** The same as text again. */
export const documentText = (document: JsonObject): string => stringify(document);
