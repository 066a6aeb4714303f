/** Seals a draft: the personal part is committed and set apart, the rest becomes the entry. */
import { maxEntryBytes } from '@ombud/contract';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';
import { checkDraft, checkEntry } from './check-draft.ts';
import { commitSecret, commitSecrets } from './commit-secrets.ts';
import { countFields } from './commit-text.ts';
import { fieldsOf } from './commitment.ts';
import type { AnyDraft, DecisionDraft, OpenHead, Sealed, Secret } from './draft.ts';
import { type SaltSource, systemSalts } from './salts.ts';
import { writeFields } from './write-fields.ts';

const anyTime = '2000-01-01T00:00:00.000Z';
const tailBytes = tail(anyTime).length;
/** As long as a commitment. */
const noCommitment = '.'.repeat(44);

/** Writes what is set apart, and salts each of its fields. */
function secretOf(value: object, salts: SaltSource): Secret {
  const written = writeFields(value);
  if (written !== null) return { salt: salts(written.fields), body: written.body };
  // What is not plain JSON is refused here, by the name of its member.
  const body = canonicalJson(value);
  const fields = countFields(body) ?? fieldsOf(JSON.parse(body) as JsonObject).fields.length;
  return { salt: salts(fields), body };
}

/**
 * The canonical text of a decision up to its time, without its commitments. Nearly every entry is one, and its members are
 * few, checked and in a fixed order: written out, it costs a tenth of what the general writer costs.
 */
function decisionHead(draft: DecisionDraft): OpenHead {
  const { attributes, decided, declared, marks, model, modelDigest, system } = draft;
  const [start, next] = attributes === undefined ? ['{', ''] : ['{"attributes":"', '",'];
  const when = decided === undefined ? '' : `"decided":"${decided}",`;
  const under = declared === undefined ? '' : `"declared":${declared},`;
  const marked = marks === undefined ? '' : `"marks":${JSON.stringify(marks)},`;
  const version = model === undefined ? '' : `"model":${JSON.stringify(model)},`;
  const digest = modelDigest === undefined ? '' : `"modelDigest":{"sha256":"${modelDigest.sha256}"},`;
  return {
    start,
    middle: `${next}${when}${under}"kind":"decision",${marked}${version}${digest}"payload":"`,
    end: `","system":${JSON.stringify(system)},`,
  };
}

/** Fields are named in canonical order, so that writing them is the engine's fast path. */
function membersOf(draft: Exclude<AnyDraft, DecisionDraft>, payload: string | undefined): object {
  switch (draft.kind) {
    case 'declaration':
      return { document: draft.document, kind: draft.kind, system: draft.system };
    case 'correction':
    case 'notice':
    case 'appeal':
    case 'review':
    case 'remedy':
    case 'explanation':
    case 'look':
      return { about: draft.about, kind: draft.kind, payload, system: draft.system };
    case 'evidence': {
      const { checkpoint, digest, kind, system } = draft;
      return { checkpoint, digest, kind, payload, system };
    }
    case 'erasure':
      return { because: draft.because, kind: draft.kind, ranges: draft.ranges, request: draft.request };
    case 'act': {
      const { act, by, kind, system, target } = draft;
      return {
        act,
        by,
        kind,
        payload,
        ...(system === undefined ? {} : { system }),
        ...(target === undefined ? {} : { target }),
      };
    }
    case 'breaker':
      return { because: draft.because, kind: draft.kind, state: draft.state, system: draft.system };
    case 'key': {
      const { action, by, key, kind, signature } = draft;
      return { action, by, key, kind, signature };
    }
  }
}

/**
 * Seals a draft: checks it, salts its personal part, and writes the canonical entry but for its time and, of a decision, its
 * commitments, which are made for many at once.
 *
 * @param salts where the salts come from; the system's randomness where left out
 * @throws OmbudError `OMBUD_E_LEDGER_ENTRY`, `OMBUD_E_JSON` or `OMBUD_E_LEDGER_TOO_LARGE`
 * @example seal({ kind: 'decision', system: 'loans', payload: { subject: 's-1', decision: 'yes' } })
 */
export function seal(draft: AnyDraft, salts: SaltSource = systemSalts): Sealed {
  checkDraft(draft);
  const one = draft.kind === 'decision' ? sealDecision(draft, salts) : sealOther(draft, salts);
  unused.add(one);
  return one;
}

/** What was sealed here and not recorded yet. */
const unused = new WeakSet<Sealed>();

/**
 * Takes sealed drafts to be recorded. Each is recorded once: a second time the same salts would make the same commitment,
 * and one decision could be counted twice.
 *
 * @returns gives them back, for a commit that failed
 * @throws OmbudError `OMBUD_E_LEDGER_ENTRY` where one was recorded already or was not sealed by {@link seal}
 */
export function takeSealed(sealedDrafts: readonly Sealed[]): () => void {
  const taken: Sealed[] = [];
  const giveBack = () => {
    for (const one of taken) unused.add(one);
  };
  for (const one of sealedDrafts) {
    if (!unused.delete(one)) {
      giveBack();
      throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'sealed-twice');
    }
    taken.push(one);
  }
  return giveBack;
}

function sealDecision(draft: DecisionDraft, salts: SaltSource): Sealed {
  const payload = secretOf(draft.payload, salts);
  const attributes = draft.attributes === undefined ? null : secretOf(draft.attributes, salts);
  const head = decisionHead(draft);
  requireSmall(draft.kind, headText(head, noCommitment, attributes === null ? '' : noCommitment));
  return {
    ...sealed(draft, head, payload),
    attributes,
    subject: draft.payload.subject,
    decided: draft.decided ?? null,
  };
}

function sealOther(draft: Exclude<AnyDraft, DecisionDraft>, salts: SaltSource): Sealed {
  const payload = 'payload' in draft ? secretOf(draft.payload, salts) : null;
  const commitment = payload === null ? undefined : commitSecret('ombud/payload', payload);
  const head = `${canonicalJson(membersOf(draft, commitment)).slice(0, -1)},`;
  checkEntry(draft.kind, head + tail(anyTime));
  requireSmall(draft.kind, head);
  return sealed(draft, head, payload);
}

function sealed(draft: AnyDraft, head: string | OpenHead, payload: Secret | null): Sealed {
  return {
    kind: draft.kind,
    head,
    about: 'about' in draft ? draft.about : null,
    payload,
    attributes: null,
    subject: null,
    key: draft.kind === 'erasure' || draft.kind === 'key' ? null : (draft.key ?? null),
    decided: null,
    system: 'system' in draft ? (draft.system ?? '') : '',
    says: saysOf(draft),
  };
}

function requireSmall(kind: string, head: string): void {
  // Three bytes a code unit at most: most entries need not be counted.
  if (3 * head.length + tailBytes <= maxEntryBytes) return;
  const bytes = Buffer.byteLength(head) + tailBytes;
  if (bytes > maxEntryBytes)
    throw ledgerErrors.error('OMBUD_E_LEDGER_TOO_LARGE', 'entry', { kind, bytes, most: maxEntryBytes });
}

/**
 * What the caller says. What the place adds (its declaration, that it was stopped) may be another at a retry, and so may the
 * time: a client that was not told one says when it was asked, each time anew.
 */
function saysOf(draft: AnyDraft): string {
  if (draft.kind !== 'decision' || draft.key === undefined) return '';
  const { marks = [], model, modelDigest } = draft;
  const excluding = marks.filter((mark) => mark === 'by-person' || mark === 'shadow');
  return JSON.stringify([excluding, model, modelDigest?.sha256]);
}

function tail(time: string): string {
  return `"time":"${time}","v":2}`;
}

const headText = ({ start, middle, end }: OpenHead, payload: string, attributes: string): string =>
  `${start}${attributes}${middle}${payload}${end}`;

/**
 * The canonical text of the entry, recorded at `time`. Every kind has `time` and `v` as its last members, so canonical
 * order leaves them at the end.
 */
export function entryText(of: Sealed, time: string): string {
  return entryTexts([of], time)[0] ?? '';
}

/** The texts of many: their commitments are made together. */
export function entryTexts(sealedDrafts: readonly Sealed[], time: string): string[] {
  const open = sealedDrafts.filter(({ head }) => typeof head !== 'string');
  const payloads = commitSecrets('ombud/payload', secretsOf(open, 'payload'));
  const attributes = commitSecrets('ombud/attributes', secretsOf(open, 'attributes'));
  const end = tail(time);
  let [nextPayload, nextAttributes] = [0, 0];
  return sealedDrafts.map((one) => {
    if (typeof one.head === 'string') return `${one.head}${end}`;
    const ofPayload = payloads[nextPayload++] ?? '';
    const ofAttributes = one.attributes === null ? '' : (attributes[nextAttributes++] ?? '');
    return `${headText(one.head, ofPayload, ofAttributes)}${end}`;
  });
}

const secretsOf = (of: readonly Sealed[], part: 'payload' | 'attributes'): Secret[] =>
  of.flatMap((one) => one[part] ?? []);
