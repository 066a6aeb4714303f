/** What a draft must be before it is sealed: a wrong entry cannot be taken back. */
import { entrySchema } from '@ombud/contract';
import { ledgerErrors } from '../errors.ts';
import type { AnyDraft, CorrectionDraft, DecisionDraft } from './draft.ts';

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const sha256Pattern = /^[0-9a-f]{64}$/;
const keyCharacters = 512;

type Named = 'subject' | 'system' | 'model' | 'key' | 'note';

function checkText(what: Named, text: unknown, most: number): void {
  if (typeof text !== 'string' || text === '' || text.length > most || !text.isWellFormed())
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'text', { what, most });
}

function checkScalar(member: string, value: unknown): void {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return;
  if (typeof value === 'number') return; // canonical JSON refuses what is not finite, and names it
  throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'not-a-value', { member });
}

function checkObject(member: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'not-an-object', { member });
}

/** Fields of a decision that are not known would be committed, but never shown or checked. */
const payloadMembers: ReadonlySet<string> = new Set(['subject', 'decision', 'outcome', 'score', 'inputs']);
const correctionMembers: ReadonlySet<string> = new Set(['outcome', 'note']);

function checkMembers(payload: object, known: ReadonlySet<string>): void {
  for (const member in payload)
    if (!known.has(member)) throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'unknown-member', { member });
}

const marks: ReadonlySet<string> = new Set(['by-person', 'retired', 'shadow', 'while-stopped']);

function checkMarks(given: readonly string[]): void {
  const bad = given.length === 0 || given.some((mark, i) => !marks.has(mark) || mark <= (given[i - 1] ?? ''));
  if (bad) throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'schema', { kind: 'decision', member: 'marks' });
}

function checkDecision(draft: DecisionDraft): void {
  const { payload, model, decided, modelDigest, attributes } = draft;
  if (draft.declared !== undefined) checkIndex(draft.declared);
  if (draft.marks !== undefined) checkMarks(draft.marks);
  checkObject('payload', payload);
  const { subject, decision, score, outcome, inputs } = payload;
  checkMembers(payload, payloadMembers);
  checkText('subject', subject, 1000);
  if (decision === undefined) throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'no-decision');
  checkScalar('decision', decision);
  if (outcome !== undefined) checkScalar('outcome', outcome);
  if (score !== undefined && typeof score !== 'number')
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'score');
  if (inputs !== undefined) checkObject('inputs', inputs);
  if (model !== undefined) checkText('model', model, 256);
  if (modelDigest !== undefined && !sha256Pattern.test(modelDigest.sha256))
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'model-digest');
  if (decided !== undefined && !isTime(decided))
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'decided', { decided });
  if (attributes !== undefined) {
    checkObject('attributes', attributes);
    for (const name in attributes) checkScalar(name, attributes[name]);
  }
}

/** Also no 31st of February, which `Date.parse` reads as a day in March. */
function isTime(text: string): boolean {
  if (typeof text !== 'string' || !time.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

function checkCorrection({ payload }: CorrectionDraft): void {
  checkObject('payload', payload);
  checkMembers(payload, correctionMembers);
  if (payload.outcome !== undefined) checkScalar('outcome', payload.outcome);
  if (payload.note !== undefined) checkText('note', payload.note, 10_000);
}

const kinds: ReadonlySet<string> = new Set(entrySchema.options.map(({ shape }) => shape.kind.value));

function checkKind(draft: AnyDraft): void {
  if (!kinds.has(draft.kind))
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'schema', { kind: String(draft.kind), member: 'kind' });
  if (draft.kind === 'erasure') checkObject('request', draft.request);
}

function checkIndex(about: number): void {
  if (!Number.isSafeInteger(about) || about < 0)
    throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'about', { about });
}

/**
 * Checks a draft before it is sealed.
 * @throws OmbudError `OMBUD_E_LEDGER_ENTRY`
 */
export function checkDraft(draft: AnyDraft): void {
  checkKind(draft);
  if ('system' in draft && draft.system !== undefined) checkText('system', draft.system, 256);
  if ('about' in draft) checkIndex(draft.about);
  if (draft.kind !== 'erasure' && draft.kind !== 'key' && draft.key !== undefined)
    checkText('key', draft.key, keyCharacters);
  if (draft.kind === 'decision') checkDecision(draft);
  else if (draft.kind === 'correction') checkCorrection(draft);
  else if ('payload' in draft) checkObject('payload', draft.payload);
}

/**
 * Checks the entry that was made of a draft against the schema of entries.
 *
 * @param text canonical text of the entry with any time
 * @throws OmbudError `OMBUD_E_LEDGER_ENTRY` that names the member
 */
export function checkEntry(kind: string, text: string): void {
  const { error } = entrySchema.safeParse(JSON.parse(text));
  if (error === undefined) return;
  throw ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'schema', {
    kind: String(kind),
    member: error.issues[0]?.path.join('.') || 'kind',
  });
}
