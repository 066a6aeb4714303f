import { nearest } from '@ombud/kernel';
import { explainErrors } from '../errors.ts';
import type { Moved, ReasonRules, ReasonText, Unspeakable } from './declaration.ts';

/** One reason against a person: its code, the columns behind it, and its words. */
export interface PrincipalReason {
  readonly code: string;
  readonly columns: readonly string[];
  /** As declared; the column's name where nothing is declared. */
  readonly text: string;
  readonly contribution: number;
}

/** A column that counted and may not simply be told: a human must look before anything is sent. */
export interface Block {
  readonly column: string;
  readonly because: 'protected' | Unspeakable;
}

/** The principal reasons of a decision, what counted as well, and what may not be told. */
export interface Reasons {
  readonly principal: readonly PrincipalReason[];
  /** They counted as well, each less than those above: they are named, so that nothing that counts is left out. */
  readonly also: readonly PrincipalReason[];
  /** Not empty: no letter goes out by itself. Leaving the reason out would hide why the person was refused. */
  readonly blocked: readonly Block[];
}

/** A column counts where it is at least this part of all that spoke against the person. */
const leastPart = 0.05;

/**
 * The principal reasons for an unfavourable decision: what lowered the score most, against people who were just accepted.
 *
 * The method is the first of Regulation B's two examples (12 CFR 1002, Supplement I, comment 9(b)(2)-5): compared with
 * the average of applicants at or just above the cut-off. A reason counts where it carries at least a twentieth of all
 * that spoke against the person. No more than `most` are principal; the others that count are named after them
 * (comment 9(b)(2)-4: no principal reason may be left out).
 *
 * @param moved what each column did, towards the favourable decision where above 0
 * @param language BCP 47 tag of the sentences
 * @throws OMBUD_E_REASONS/no-text where a reason that must be told has no sentence in the language
 * @example principalReasons(moved, rules, 'en').principal[0].code // 'R07'
 */
export function principalReasons(moved: readonly Moved[], rules: ReasonRules, language: string): Reasons {
  const against = moved.filter(({ towards }) => towards < 0).sort((a, b) => a.towards - b.towards);
  const total = against.reduce((sum, { towards }) => sum - towards, 0);
  const counted = against.filter(({ towards }) => -towards >= leastPart * total);
  const told = counted.map((one) => reasonOf(one, rules, language));
  return {
    principal: told.slice(0, rules.most),
    also: told.slice(rules.most),
    blocked: counted.flatMap(({ columns }) => columns.flatMap((column) => blockOf(column, rules))),
  };
}

function blockOf(column: string, rules: ReasonRules): Block[] {
  if (rules.protected.includes(column)) return [{ column, because: 'protected' }];
  const hidden = rules.unspeakable.find((one) => one.column === column);
  return hidden === undefined ? [] : [{ column, because: hidden.because }];
}

const textOf = (rules: ReasonRules, columns: readonly string[]): ReasonText | undefined =>
  rules.texts.find((text) => columns.every((column) => text.columns.includes(column)));

function reasonOf({ name, columns, towards }: Moved, rules: ReasonRules, language: string): PrincipalReason {
  const declared = textOf(rules, columns);
  const blocked = columns.some((column) => blockOf(column, rules).length > 0);
  const text = declared?.text[language] ?? declared?.text[language.split('-')[0] ?? ''];
  if (text === undefined && !blocked && rules.texts.length > 0)
    throw explainErrors.error('OMBUD_E_REASONS', 'no-text', { column: name, language });
  return { code: declared?.code ?? name, columns, text: text ?? name, contribution: towards };
}

/**
 * Refuses a declaration that names what the model does not have, or tells what may not be told together with other columns.
 * @throws OMBUD_E_REASONS
 */
export function checkReasons(columns: readonly string[], rules: ReasonRules): void {
  if (!Number.isInteger(rules.most) || rules.most < 1)
    throw explainErrors.error('OMBUD_E_REASONS', 'bad-most', { most: String(rules.most) });
  const named = [
    ...rules.texts.flatMap((text) => text.columns),
    ...rules.unspeakable.map(({ column }) => column),
  ];
  for (const column of named)
    if (!columns.includes(column))
      throw explainErrors.error('OMBUD_E_REASONS', 'no-such-column', {
        column,
        near: nearest(column, columns),
      });
  for (const { columns: together } of rules.texts) {
    const blocked = together.filter((column) => blockOf(column, rules).length > 0);
    const [first] = blocked;
    // What the others add could outweigh it, and nobody would see that it counted.
    if (first !== undefined && blocked.length < together.length)
      throw explainErrors.error('OMBUD_E_REASONS', 'hidden-in-others', { column: first });
  }
}

/** Columns that one reason tells together are explained as one player, by the reason's code. */
export const groupsOf = (rules: ReasonRules): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    rules.texts.filter(({ columns }) => columns.length > 1).map(({ code, columns }) => [code, columns]),
  );
