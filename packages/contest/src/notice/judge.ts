import type { OmbudError } from '@ombud/kernel';
import { stigmaIn } from '@ombud/words';
import { contestErrors } from '../errors.ts';
import { checkNotice, type NoticeCheck, type NoticePack } from '../packs/notice-content.ts';
import { type ComposedNotice, ownSentences, proseOf } from './compose.ts';
import { readingGrade } from './reading-grade.ts';
import { linesOf, mostLines } from './sheet.ts';
import { type NoticeTemplate, signatureOf, type TemplateSignature, untranslated } from './template.ts';

/** The highest school grade of an English notice. */
export const highestGrade = 7;

/** What a notice is judged by. */
export interface NoticeRules {
  /** The laws that hold for the system. */
  readonly packs: readonly NoticePack[];
  readonly signatures: readonly TemplateSignature[];
  /** The day on which it is to be sent, YYYY-MM-DD. */
  readonly day: string;
  /** The day of the decision, for packs that say within how many days the notice is due. */
  readonly decidedOn: string;
}

/** What was found of a notice before sending. It is sent only where nothing is refused. */
export interface NoticeJudgement {
  /** Why it is not sent, as errors that the front says; empty where it may be. */
  readonly refused: readonly OmbudError[];
  /** By pack: `unverified` is not `complies`. */
  readonly packs: readonly NoticeCheck[];
  /** Packs whose time for telling is over: it is sent all the same, and counted. */
  readonly overdue: readonly string[];
  /** The school grade of its English; null in another language, for which no formula is agreed here. */
  readonly grade: number | null;
}

/**
 * Judges a notice: signed by a native reader, wholly in its language, without a word that blames, short, plain, and with
 * every part that the packs ask for.
 *
 * @example const { refused } = judgeNotice(template, composeNotice(template, facts, english), rules)
 */
export function judgeNotice(
  template: NoticeTemplate,
  notice: ComposedNotice,
  { packs, signatures, day, decidedOn }: NoticeRules,
): NoticeJudgement {
  const checks = packs.map((pack) => checkNotice(pack, notice.parts, day));
  const grade = notice.language.tag === 'en' ? readingGrade(proseOf(notice).join('\n')) : null;
  return {
    refused: [
      ...signatureRefusals(template, notice, signatures),
      ...lackRefusals(checks),
      ...reasonRefusals(notice, checks),
      ...wordRefusals(notice),
      ...(grade !== null && grade > highestGrade
        ? [refusal('hard-to-read', { grade: grade.toFixed(1), highest: highestGrade })]
        : []),
      ...(linesOf(notice) > mostLines
        ? [refusal('too-long', { lines: linesOf(notice), most: mostLines })]
        : []),
    ],
    packs: checks,
    overdue: packs
      .filter(({ withinDays }) => withinDays !== null && daysBetween(decidedOn, day) > withinDays)
      .map(({ id }) => id),
    grade,
  };
}

const refusal = (
  reason: Parameters<typeof contestErrors.error<'OMBUD_E_NOTICE'>>[1],
  params: Parameters<typeof contestErrors.error>[2],
): OmbudError => contestErrors.error('OMBUD_E_NOTICE', reason, params);

function signatureRefusals(
  template: NoticeTemplate,
  { language }: ComposedNotice,
  signatures: readonly TemplateSignature[],
): readonly OmbudError[] {
  const about = { system: template.system, language: language.tag };
  const lacking = untranslated(template, language);
  if (lacking.length > 0) return [refusal('untranslated', { ...about, keys: lacking })];
  const signed = signatureOf(template, language, signatures);
  switch (signed.state) {
    case 'signed':
      return [];
    case 'unsigned':
      return [refusal('unsigned', about)];
    case 'changed':
      return [refusal('changed', { ...about, reviewer: signed.reviewer, on: signed.on })];
  }
}

const lackRefusals = (checks: readonly NoticeCheck[]): readonly OmbudError[] =>
  checks
    .filter(({ state }) => state === 'lacks')
    .map(({ pack, lacking }) => refusal('lacks', { pack, parts: lacking }));

/** A decision is told with why, whatever law holds; a pack that asks for it has said so already. */
const reasonRefusals = ({ parts }: ComposedNotice, checks: readonly NoticeCheck[]): readonly OmbudError[] =>
  parts.has('specific-reasons') || checks.some(({ lacking }) => lacking.includes('specific-reasons'))
    ? []
    : [refusal('no-reasons', {})];

function wordRefusals(notice: ComposedNotice): readonly OmbudError[] {
  const found = stigmaIn(notice.language.tag, ownSentences(notice).join('\n'));
  if (found === null) return [refusal('words-unchecked', { language: notice.language.tag })];
  return found.length === 0 ? [] : [refusal('blaming-words', { words: found })];
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
