/** Why a column may not be told to the person, although it counted. */
export type Unspeakable = 'third-person' | 'secret' | 'safety';

/** One reason as it is told: a code, the columns that it stands for, and a sentence a language. */
export interface ReasonText {
  readonly code: string;
  readonly columns: readonly string[];
  /** By BCP 47 tag. */
  readonly text: Readonly<Record<string, string>>;
}

/** What the system's owner declared of reasons. */
export interface ReasonRules {
  /** How many principal reasons are told; Regulation B, comment 9(b)(2)-1: more than four are not likely to help. */
  readonly most: number;
  readonly texts: readonly ReasonText[];
  readonly unspeakable: readonly { readonly column: string; readonly because: Unspeakable }[];
  /** Columns that the law forbids to decide by, and those of special categories. */
  readonly protected: readonly string[];
}

/** What moved one player: a column, or columns that are explained as one. */
export interface Moved {
  readonly name: string;
  readonly columns: readonly string[];
  /** Towards the favourable decision where above 0, in margins. */
  readonly towards: number;
}
