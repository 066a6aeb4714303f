import type { Explanation, ExplanationReason, RecourseChange } from '@ombud/contract';
import { type Language, say, visible } from '@ombud/words';
import { dayOf, plannedText, valueText } from './values.ts';

/** A part of a letter, whatever it is written in. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text' | 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/**
 * The letter to the person: what was decided, why, what would change it, what cannot. One page, in plain words. Reasons and
 * changes are two lists, because they answer two questions.
 *
 * @param explanation one that is not blocked: a letter that left a reason out would hide it
 * @param number the digest of the explanation, so that the letter can be found again
 */
export function letterBlocks(explanation: Explanation, language: Language, number: string): readonly Block[] {
  const tell = (key: string, params: Record<string, unknown> = {}): string =>
    say(language, `letter/${key}`, params);
  const text = (key: string, params: Record<string, unknown> = {}): Block => ({
    kind: 'text',
    text: tell(key, params),
  });
  const { system, about, model } = explanation;
  const title = system?.title ?? null;
  const unfavourable = !explanation.prediction.favourable;
  return [
    { kind: 'title', text: tell('title') },
    unfavourable
      ? title === null
        ? text('about')
        : text('about-system', { system: visible(title) })
      : text('good'),
    ...(about.decided === null ? [] : [text('decided', { date: dayOf(about.decided, language) })]),
    ...(model.component === null || !unfavourable
      ? []
      : [text('component', { component: visible(model.component) })]),
    ...(unfavourable ? [...why(explanation, language), ...change(explanation, language)] : []),
    { kind: 'heading', text: tell('limits') },
    {
      kind: 'list',
      items: [
        tell('limits-program'),
        tell('limits-promise'),
        tell('limits-wrong'),
        tell('limits-version', {
          version: visible(model.version ?? model.digest?.slice(0, 8) ?? '–'),
          date: dayOf(explanation.made, language),
        }),
        ...(explanation.validUntil === null
          ? []
          : [tell('limits-until', { date: dayOf(explanation.validUntil, language) })]),
      ],
    },
    ...(system?.contact == null ? [] : [text('contact', { contact: visible(system.contact) })]),
    { kind: 'small', text: tell('number', { number }) },
  ];
}

function why(explanation: Explanation, language: Language): readonly Block[] {
  const { reasons, also, background } = explanation;
  const key = background.people === 'just-accepted' ? 'letter/why-text' : 'letter/why-all';
  const items = (of: readonly ExplanationReason[]): Block => ({
    kind: 'list',
    items: of.map((reason) => reasonText(explanation, reason, language)),
  });
  return [
    { kind: 'heading', text: say(language, 'letter/why') },
    { kind: 'text', text: say(language, key, { people: background.rows }) },
    ...(reasons.length === 0
      ? [{ kind: 'text' as const, text: say(language, 'letter/why-none') }]
      : [items(reasons)]),
    ...(also.length === 0
      ? []
      : [{ kind: 'text' as const, text: say(language, 'letter/also') }, items(also)]),
  ];
}

function reasonText(
  { attributions }: Explanation,
  { column, text }: ExplanationReason,
  language: Language,
): string {
  const own = attributions.find((one) => one.column === column);
  const told = { text: visible(text) };
  if (own === undefined || own.columns.length > 1) return say(language, 'letter/reason-plain', told);
  return own.value === null
    ? say(language, 'letter/reason-missing', told)
    : say(language, 'letter/reason', { ...told, value: valueText(own.value, language) });
}

function change({ recourse, labels }: Explanation, language: Language): readonly Block[] {
  if (recourse === null) return [];
  const text = (key: string, params: Record<string, unknown> = {}): Block => ({
    kind: 'text',
    text: say(language, `letter/${key}`, params),
  });
  const { state, proof, plans, unknown } = recourse;
  const answer: readonly Block[] =
    state === 'found'
      ? [
          text(plans.length > 1 ? 'plans' : 'one-plan'),
          {
            kind: 'list',
            items: plans.map(({ changes }) =>
              say(language, 'letter/plan-joined', {
                changes: changes.map((one) => changeText(one, labels, language)),
              }),
            ),
          },
        ]
      : [
          state === 'none-found'
            ? text('none-found')
            : proof.method === 'exact'
              ? text('none-exact', { changes: proof.changes })
              : text('none-any'),
          text('none-human'),
        ];
  return [
    { kind: 'heading', text: say(language, 'letter/change') },
    text('change-why-not'),
    ...answer,
    ...(unknown.length === 0
      ? []
      : [text('unknown', { labels: unknown.map((column) => visible(labels[column] ?? column)) })]),
  ];
}

/** One change as a range: "down from 55 to 40 or less". */
export function changeText(
  { column, unit, from, to, range }: RecourseChange,
  labels: Explanation['labels'],
  language: Language,
): string {
  const label = visible(labels[column] ?? column);
  const value = (of: RecourseChange['to']): string => plannedText(of, language);
  if (unit !== null) return say(language, 'letter/wait', { to: value(to), unit: visible(unit) });
  const given = { label, from: value(from), to: value(to) };
  if (range === null) return say(language, 'letter/exactly', given);
  const { low, high } = range;
  if (low === null && high !== null)
    return say(language, 'letter/at-most', { ...given, to: plannedText(high, language) });
  if (high === null && low !== null)
    return say(language, 'letter/at-least', { ...given, to: plannedText(low, language) });
  if (low === null || high === null || low === high) return say(language, 'letter/exactly', given);
  return say(language, 'letter/between', {
    ...given,
    low: plannedText(low, language),
    high: plannedText(high, language),
  });
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(block.text.length)}`;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'text':
    case 'small':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
  }
}

/** The letter as plain text, for a terminal or an e-mail. */
export const renderLetterText = (explanation: Explanation, language: Language, number: string): string =>
  `${letterBlocks(explanation, language, number).map(blockText).join('\n\n')}\n`;
