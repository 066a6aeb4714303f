/** What a caller gives to be recorded, and what becomes of it before the log gives it a time and an index. */
import type { DecisionMark, EntryKind } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';

/** A value of one column. */
export type Scalar = string | number | boolean | null;
/** Protected attributes of a person, by name. */
export type Attributes = Readonly<Record<string, Scalar>>;

/** The personal part of a decision. `subject` is a pseudonym; `inputs` is whatever else the decision rested on. */
export interface DecisionPayload {
  readonly subject: string;
  readonly decision: Scalar;
  readonly outcome?: Scalar;
  readonly score?: number;
  readonly inputs?: JsonObject;
}

/** What became known later about a decision. A present `outcome` replaces the earlier one. */
export interface CorrectionPayload {
  readonly outcome?: Scalar;
  readonly note?: string;
}

/** What every draft may have. */
export interface KeyedDraft {
  /**
   * Idempotency key, 1 to 512 characters: a second draft with the same key is not recorded again, and the caller is told
   * the index of the first.
   */
  readonly key?: string;
}

/** A decision about a person. */
export interface DecisionDraft extends KeyedDraft {
  readonly kind: 'decision';
  readonly system: string;
  /** When the decision was made: UTC with milliseconds, as `Date.toISOString` writes it. */
  readonly decided?: string;
  /** The entry of the declaration under which it was made. */
  readonly declared?: number;
  /** In the order of the alphabet, each once. */
  readonly marks?: readonly DecisionMark[];
  readonly model?: string;
  /** Of the file of the model, so that the decision can be explained by that very model. */
  readonly modelDigest?: { readonly sha256: string };
  readonly payload: DecisionPayload;
  readonly attributes?: Attributes;
}

/** A system that is declared, or declared anew. */
export interface DeclarationDraft extends KeyedDraft {
  readonly kind: 'declaration';
  readonly system: string;
  readonly document: JsonObject;
}

/** The outcome of a decision. */
export interface CorrectionDraft extends KeyedDraft {
  readonly kind: 'correction';
  readonly system: string;
  readonly about: number;
  readonly payload: CorrectionPayload;
}

/** What follows a decision: it is explained, looked at, the person is told, appeals, is answered, things are put right. */
export interface CaseDraft extends KeyedDraft {
  readonly kind: 'explanation' | 'notice' | 'appeal' | 'review' | 'remedy' | 'look';
  readonly system: string;
  /** The decision, or the earlier entry of the case. */
  readonly about: number;
  readonly payload: JsonObject;
}

/** A signed audit. */
export interface EvidenceDraft extends KeyedDraft {
  readonly kind: 'evidence';
  readonly system: string;
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: string };
  readonly digest: { readonly sha256: string };
  readonly payload: { readonly envelope: JsonObject };
}

/** Somebody administered. Who it is in person lies with the accounts, not in the log. */
export interface ActDraft extends KeyedDraft {
  readonly kind: 'act';
  readonly act: string;
  readonly by: string;
  readonly system?: string;
  /** `account:...`, `key:...`, `passkey:...` or `version:...`, in clear: what a restore must not give back. */
  readonly target?: string;
  readonly payload: JsonObject;
}

/** A system that is stopped, handed to humans or started again. */
export interface BreakerDraft extends KeyedDraft {
  readonly kind: 'breaker';
  readonly system: string;
  readonly state: 'closed' | 'open' | 'human-only';
  readonly because: string;
}

/** What a caller may append. Erasures and changes of keys have calls of their own, which do what they say. */
export type Draft =
  | DeclarationDraft
  | DecisionDraft
  | CorrectionDraft
  | CaseDraft
  | EvidenceDraft
  | ActDraft
  | BreakerDraft;

/** People's data is erased. */
export interface ErasureDraft {
  readonly kind: 'erasure';
  readonly because: 'request' | 'retention';
  readonly ranges: readonly (readonly [number, number])[];
  readonly request: { readonly sha256: string };
}

/** A key begins or ends to sign. */
export interface KeyDraft {
  readonly kind: 'key';
  readonly action: 'add' | 'retire';
  readonly key: string;
  readonly by: string;
  readonly signature: string;
}

/** Everything that can be sealed. */
export type AnyDraft = Draft | ErasureDraft | KeyDraft;

/** A text under its commitment: canonical JSON, and the salts of its fields. */
export interface Secret {
  readonly salt: string;
  readonly body: string;
}

/** The text of a decision where the commitment of its attributes, if it has some, and that of its payload stand between two pieces. */
export interface OpenHead {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

/** A draft with everything settled but the time, which the log's clock gives at the commit. */
export interface Sealed {
  readonly kind: EntryKind;
  /** Canonical text of the entry up to, and without, its `time`. */
  readonly head: string | OpenHead;
  /** The entry that it is about, where it is about one. */
  readonly about: number | null;
  readonly payload: Secret | null;
  readonly attributes: Secret | null;
  /** Whom it is about, for the index that finds a person again. */
  readonly subject: string | null;
  /** Its idempotency key. */
  readonly key: string | null;
  /** When the decision was made, as its system says. */
  readonly decided: string | null;
  /** The system that it is of; empty where it is of none. */
  readonly system: string;
  /** What a draft with a key says beside its payload: a retry says the same. */
  readonly says: string;
}
