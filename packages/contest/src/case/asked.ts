/** A request to move a run of a machine: coded facts, which the state keeps, and words, which lie in the entry alone. */
import type { JsonObject, JsonValue, Money } from '@ombud/kernel';
import type { Actor } from '../machine.ts';
import type { Outcome } from '../outcomes.ts';
import type { Channel, Way } from './parts.ts';
import type { SavedQuery } from './query.ts';
import type { NamedSearch } from './search.ts';

/** Codes, dates and names of accounts that an event brings; nothing of it is about the person's life. */
export interface Facts {
  /** A reason from the system's own list of codes. */
  readonly reason?: string;
  readonly channel?: Channel;
  readonly grounds?: readonly string[];
  /** When a paper or a call reached the office; the moment of the event where left out. */
  readonly receivedAt?: string;
  readonly suspensionAsked?: boolean;
  readonly newEvidence?: boolean;
  readonly warned?: boolean;
  /** Until when an appeal is on hold, ISO 8601. */
  readonly until?: string;
  /** The account that is to review. */
  readonly reviewer?: string;
  readonly faults?: Readonly<Record<string, boolean>>;
  readonly outcome?: Outcome;
  /** What else supports a match. */
  readonly corroboration?: string;
  readonly personAgreed?: boolean;
  /** Parts of a notice that are filled. */
  readonly parts?: readonly string[];
  readonly templateSigned?: boolean;
  readonly ways?: readonly Way[];
  readonly way?: Way;
  readonly query?: {
    readonly digest: string;
    readonly version: number;
    readonly asked: SavedQuery;
    readonly found: number;
    readonly people: number;
  };
  /** The search that somebody supports, approves or rejects, as they read it. */
  readonly names?: NamedSearch;
  readonly flat?: Money;
}

/** What lies in the erasable payload of the entry and nowhere else. */
export interface Words {
  /** Why, in the words of whoever decides; or why an appeal is late. */
  readonly reasons?: string;
  /** What the person says. */
  readonly text?: string;
  /** Data that the person puts right, by field. */
  readonly corrected?: JsonObject;
  /** What is decided instead. */
  readonly newDecision?: JsonValue;
  /** A representative, or a witness, as the person names them. */
  readonly name?: string;
  /** How the person wants to be answered: `post`, `email`, `phone`. */
  readonly answerBy?: string;
  /** SHA-256 of files that came with it, hexadecimal. */
  readonly files?: readonly string[];
}

/** What is asked of a case. */
export interface Asked {
  /** The run of a machine that is to move. */
  readonly matter: string;
  readonly event: string;
  readonly by: Actor;
  /** The account that acts; a person and a representative have none and are called by their role. */
  readonly actor: string;
  readonly facts?: Facts;
  readonly words?: Words;
}
