import { createHash } from 'node:crypto';
import { renderVerifier } from '@ombud/report';
import type { Language } from '@ombud/words';
import { writeWhole } from '../files.ts';
import { verifierScript } from './in-page.generated.ts';

/**
 * The page that verifies receipts and evidence by itself: one HTML file that asks nothing of anybody.
 * @example verifierPage(english)
 */
export function verifierPage(language?: Language): string {
  const sha256 = createHash('sha256').update(verifierScript).digest('base64');
  return renderVerifier({ text: verifierScript, sha256 }, language);
}

/**
 * Writes the page that verifies.
 * @throws OmbudError `OMBUD_E_CANNOT_WRITE`
 */
export const writeVerifierPage = (path: string, language?: Language): Promise<void> =>
  writeWhole(path, verifierPage(language));
