import { sha256 } from '@noble/hashes/sha2.js';
import { byCode, canonicalJson, encodeUtf8 } from '@ombud/kernel';
import { type Catalogue, english, type Language } from '@ombud/words';
import type { Decided } from './facts.ts';

const start = 'notice-letter/';

/** How the decisions of one system are told: the sentences of their kind, some of them in the system's own words. */
export interface NoticeTemplate {
  /** The system's id. */
  readonly system: string;
  readonly kind: Decided['kind'];
  /** Sentences of the system's own by language and key, in place of those of the catalogue. */
  readonly messages: Readonly<Record<string, Catalogue>>;
}

/** A native reader's word that a template is right in a language: bound to the very sentences that they read. */
export interface TemplateSignature {
  readonly system: string;
  readonly language: string;
  /** Of `templateDigest`. */
  readonly digest: string;
  /** Who read it, and when; their mother tongue is the language. */
  readonly reviewer: string;
  readonly on: string;
}

/** Where a template stands in a language: without a native reader's signature it cannot be sent. */
export type SignatureState =
  | { readonly state: 'signed'; readonly reviewer: string; readonly on: string }
  | { readonly state: 'unsigned' }
  /** It was signed, and a sentence is another since. */
  | { readonly state: 'changed'; readonly reviewer: string; readonly on: string };

/** What follows from a template and a language alone: made once, though ten thousand letters ask for it. */
function perLanguage<T>(make: (template: NoticeTemplate, language: Language) => T) {
  const made = new WeakMap<NoticeTemplate, WeakMap<Language, T>>();
  return (template: NoticeTemplate, language: Language): T => {
    const own = made.get(template) ?? new WeakMap<Language, T>();
    made.set(template, own);
    const known = own.get(language) ?? make(template, language);
    own.set(language, known);
    return known;
  };
}

/** A language as the template speaks it: the catalogue, with the system's own sentences in front. */
export const languageOf = perLanguage((template, language): Language => {
  const own = template.messages[language.tag];
  return own === undefined ? language : { ...language, catalogue: { ...language.catalogue, ...own } };
});

/** Keys of the notice that a language lacks: a letter is never half in another language. */
export const untranslated = perLanguage((template, language): readonly string[] => {
  const { catalogue } = languageOf(template, language);
  return Object.keys(english.catalogue).filter(
    (key) => key.startsWith(start) && catalogue[key] === undefined,
  );
});

/** SHA-256 in hexadecimal of every sentence that the template can say in a language. */
export const templateDigest = perLanguage((template, language): string => {
  const { catalogue, tag } = languageOf(template, language);
  const messages = Object.fromEntries(
    Object.entries(catalogue)
      .filter(([key]) => key.startsWith(start))
      .sort(([a], [b]) => byCode(a, b)),
  );
  const bytes = sha256(
    encodeUtf8(canonicalJson({ system: template.system, kind: template.kind, tag, messages })),
  );
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
});

/** Whether a native reader signed the sentences as they are now; the latest signature counts. */
export function signatureOf(
  template: NoticeTemplate,
  language: Language,
  signatures: readonly TemplateSignature[],
): SignatureState {
  const own = signatures.filter(
    ({ system, language: tag }) => system === template.system && tag === language.tag,
  );
  const digest = templateDigest(template, language);
  const valid = own.findLast((one) => one.digest === digest && one.reviewer.trim() !== '');
  if (valid !== undefined) return { state: 'signed', reviewer: valid.reviewer, on: valid.on };
  const old = own.at(-1);
  return old === undefined ? { state: 'unsigned' } : { state: 'changed', reviewer: old.reviewer, on: old.on };
}
