/** The page that verifies receipts and evidence by itself: one file, no network, opened by double click. */
import { Button, formStyle, Page } from '@ombud/ui';
import { english, type Key, type Language, say, voiceOf } from '@ombud/words';
import { raw } from 'hono/html';

/** The script of the page, and the digest by which the page lets it run: no other script can. */
export interface PageScript {
  readonly text: string;
  /** base64 of the SHA-256 of the text. */
  readonly sha256: string;
}

const names = [
  'counted',
  'evidence-cannot-tell',
  'evidence-fail',
  'evidence-pass',
  'needs-entry',
  'no-audit',
  'no-file',
  'no-key',
  'not-counted',
  'other-checkpoint',
  'receipt',
  'refused',
  'refused-evidence',
  'refused-key',
  'refused-origin',
  'refused-root',
  'refused-signature',
  'refused-unsigned',
  'refused-weak-key',
] as const;

/** What the script puts in: the names of its parameters, which it looks for in brackets. */
const places = Object.fromEntries(
  ['code', 'file', 'index', 'origin', 'reason', 'root', 'size', 'time'].map((name) => [name, `[${name}]`]),
);

const sentencesIn = (language: Language): string =>
  JSON.stringify(
    Object.fromEntries(names.map((name) => [name, say(language, `verifier/${name}` as Key, places)])),
  ).replaceAll('<', '\\u003c');

/** Only this script may run, and nothing may be fetched, sent or framed. */
const policyOf = (sha256: string): string =>
  `default-src 'none'; script-src 'sha256-${sha256}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;

const style =
  '#answers li{margin:.6rem 0;overflow-wrap:anywhere}#answers li[data-good=false]{font-weight:700}';

/** The page that verifies, with its script, as one HTML file. */
export function renderVerifier(script: PageScript, language: Language = english): string {
  const voice = voiceOf(language);
  const page = (
    <Page
      voice={voice}
      title={voice.say('verifier/title')}
      skip={voice.say('verifier/skip')}
      policy={policyOf(script.sha256)}
      more={formStyle + style}
      header={<h1>{voice.say('verifier/title')}</h1>}
      footer={<p>{voice.say('verifier/footer')}</p>}
    >
      <p>{voice.say('verifier/intro')}</p>
      <noscript>
        <p>{voice.say('verifier/no-script')}</p>
      </noscript>
      <form id="check">
        <div class="f">
          <label for="keys">{voice.say('verifier/keys')}</label>
          <p class="hint" id="keys-hint">
            {voice.say('verifier/keys-hint')}
          </p>
          <textarea id="keys" rows={2} spellcheck={false} required aria-describedby="keys-hint"></textarea>
        </div>
        <div class="f">
          <label for="files">{voice.say('verifier/files')}</label>
          <p class="hint" id="files-hint">
            {voice.say('verifier/files-hint')}
          </p>
          <input id="files" type="file" multiple required aria-describedby="files-hint" />
        </div>
        <Button label={voice.say('verifier/check')} />
      </form>
      <h2 id="said">{voice.say('verifier/answers')}</h2>
      <ul id="answers" aria-live="polite" aria-labelledby="said">
        <li>{voice.say('verifier/nothing-yet')}</li>
      </ul>
      {raw(`<script type="application/json" id="sentences">${sentencesIn(language)}</script>`)}
      {raw(`<script>${script.text}</script>`)}
    </Page>
  );
  return `<!doctype html>${page.toString()}`;
}
