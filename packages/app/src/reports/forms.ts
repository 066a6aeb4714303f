import type { Language } from '@ombud/words';

/** One form that something is written in. */
export interface Form<Value> {
  /** Its name in a folder. */
  readonly file: string;
  /** The endings of a file that it is found by. */
  readonly endings: readonly string[];
  readonly render: (value: Value, language?: Language) => string;
}

/** Every form of something, by name. */
export interface Forms<Value, Name extends string> {
  readonly all: Readonly<Record<Name, Form<Value>>>;
  readonly names: readonly Name[];
  /** What a folder gets when none is named. */
  readonly usual: readonly Name[];
}
