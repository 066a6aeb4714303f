import { type Language, visible, voiceOf } from '@ombud/words';
import type { NoticePart } from '../packs/notice-content.ts';
import type { NoticeFacts } from './facts.ts';
import { languageOf, type NoticeTemplate } from './template.ts';

/** A piece of a notice, whatever it is written in. A `statute` is the law's own text. */
export type NoticeBlock =
  | { readonly kind: 'text' | 'statute'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'facts';
      readonly head: readonly [string, string, string];
      readonly rows: readonly (readonly [string, string, string])[];
    };

/** One heading of a notice with what stands under it. */
export interface NoticeSection {
  readonly heading: string;
  readonly blocks: readonly NoticeBlock[];
}

/** A notice in the person's language, before it is given a form. */
export interface ComposedNotice {
  readonly language: Language;
  readonly title: string;
  readonly sender: NoticeFacts['sender'];
  readonly recipient: readonly string[];
  /** The lines with the date and the reference. */
  readonly particulars: readonly string[];
  readonly sections: readonly NoticeSection[];
  readonly access: NoticeFacts['access'] & {
    readonly heading: string;
    readonly typeAddress: string;
    readonly typeCode: string;
    readonly safe: string;
    /** What the picture code is, for whoever does not see it. */
    readonly picture: string;
  };
  /** The parts that rule packs ask for, and that this notice has. */
  readonly parts: ReadonlySet<NoticePart>;
}

/** So many reasons and facts stand in the letter; the rest stands on the page of the case. */
const mostReasons = 4;
const mostFacts = 6;

/**
 * Text of others inside a sentence: what is hidden in it is shown, and where the two are read from different sides it is kept
 * together (Unicode's isolates), so that neither moves the other.
 */
function foreign(text: string, { direction }: Language): string {
  const shown = visible(text);
  const mixed = direction === 'rtl' || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(shown);
  if (!mixed) return shown;
  // Digits alone have no direction of their own: a telephone number is read from the left everywhere.
  return /\p{L}/u.test(shown) ? `\u2068${shown}\u2069` : `\u2066${shown}\u2069`;
}

type Tell = (key: string, params?: Record<string, unknown>) => string;

/** Sections fill this as they write, so that no part is claimed that is not in the text. */
type Parts = Set<NoticePart>;

/** What a notice says, made of its facts alone. */
export function composeNotice(template: NoticeTemplate, facts: NoticeFacts, to: Language): ComposedNotice {
  const language = languageOf(template, to);
  const voice = voiceOf(language);
  const tell: Tell = (key, params = {}) =>
    voice.say(`notice-letter/${key}` as Parameters<typeof voice.say>[0], params);
  const parts: Parts = new Set();
  const { access } = facts;
  const sections = [
    decisionSection(facts, language, tell, parts),
    machineSection(facts, language, tell, parts),
    reasonsSection(facts, tell, parts),
    dataSection(facts, tell, parts),
    reviewSection(facts, language, tell, parts),
    effectSection(facts, language, tell, parts),
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    language,
    title: tell(`title-${facts.decided.kind}`),
    sender: facts.sender,
    recipient: facts.recipient.map((line) => visible(line)),
    particulars: [
      tell('date', { date: voice.day(facts.dated) }),
      tell('reference', { reference: foreign(facts.reference, language) }),
    ],
    sections,
    access: {
      ...access,
      heading: tell('access'),
      typeAddress: tell('access-address'),
      typeCode: tell('access-code'),
      safe: tell('access-safe', { second: tell(`second-${access.second ?? 'date-of-birth'}`) }),
      picture: tell('access-picture'),
    },
    parts,
  };
}

const text = (...sentences: readonly string[]): NoticeBlock => ({ kind: 'text', text: sentences.join(' ') });

function decisionSection(facts: NoticeFacts, language: Language, tell: Tell, parts: Parts): NoticeSection {
  const voice = voiceOf(language);
  const { decided, starts, ends } = facts;
  const date = voice.day(facts.decidedOn);
  const told = (): string => {
    switch (decided.kind) {
      case 'debt':
        return tell('decision-debt', {
          date,
          amount: voice.money(decided.amount),
          from: voice.day(decided.from),
          to: voice.day(decided.to),
        });
      case 'refusal':
        return tell('decision-refusal', { date, what: foreign(decided.what, language) });
      case 'reduction':
        return tell('decision-reduction', {
          date,
          what: foreign(decided.what, language),
          before: voice.money(decided.before),
          after: voice.money(decided.after),
        });
      case 'grade':
        return tell('decision-grade', {
          date,
          subject: foreign(decided.subject, language),
          grade: foreign(decided.grade, language),
        });
    }
  };
  // A decision without its day, or one whose length is not said, is not wholly told.
  if (starts !== null && ends !== null) parts.add('decision-and-dates');
  return {
    heading: tell('decision'),
    blocks: [
      text(
        told(),
        ...(starts === null ? [] : [tell('starts', { date: voice.day(starts) })]),
        ...(ends === null
          ? []
          : [ends === 'open' ? tell('no-end') : tell('ends', { date: voice.day(ends) })]),
      ),
    ],
  };
}

function machineSection(
  { machine }: NoticeFacts,
  language: Language,
  tell: Tell,
  parts: Parts,
): NoticeSection {
  const heading = tell('machine');
  if (machine === null) return { heading, blocks: [] };
  parts.add('machine-used');
  if (machine.role !== null) parts.add('machine-role');
  return {
    heading,
    blocks: [
      text(
        tell('machine-used', { system: foreign(machine.system, language) }),
        ...(machine.role === null ? [] : [tell(`role-${machine.role}`)]),
      ),
    ],
  };
}

function reasonsSection({ reasons, ground }: NoticeFacts, tell: Tell, parts: Parts): NoticeSection {
  if (reasons.length > 0) parts.add('specific-reasons');
  if (ground !== null) parts.add('ground');
  return {
    heading: tell('reasons'),
    blocks: [
      ...(reasons.length === 0
        ? []
        : [{ kind: 'list', items: reasons.slice(0, mostReasons).map((one) => visible(one)) } as const]),
      ...(ground === null ? [] : [text(tell('ground')), { kind: 'statute', text: visible(ground) } as const]),
    ],
  };
}

function dataSection({ data, correction }: NoticeFacts, tell: Tell, parts: Parts): NoticeSection {
  if (data.length > 0) parts.add('data-and-sources');
  if (correction) parts.add('correction');
  const more = data.length - mostFacts;
  return {
    heading: tell('data'),
    blocks: [
      ...(data.length === 0
        ? []
        : [
            {
              kind: 'facts',
              head: [tell('data-what'), tell('data-value'), tell('data-source')],
              rows: data
                .slice(0, mostFacts)
                .map(
                  ({ label, value, source }) => [visible(label), visible(value), visible(source)] as const,
                ),
            } as const,
          ]),
      ...(more > 0 ? [text(tell('data-more', { n: more }))] : []),
      ...(correction ? [text(tell('correction'))] : []),
    ],
  };
}

function reviewSection(facts: NoticeFacts, language: Language, tell: Tell, parts: Parts): NoticeSection {
  const voice = voiceOf(language);
  const { review, representation, regulator, sender } = facts;
  if (review !== null) parts.add('human-review');
  if (representation) parts.add('who-may-represent');
  if (regulator !== null) parts.add('regulator');
  return {
    heading: tell('review'),
    blocks: [
      ...(review === null
        ? []
        : [
            text(
              tell('review-right'),
              tell('review-until', { date: voice.day(review.until) }),
              ...(review.answerDays === null ? [] : [tell('review-answer', { days: review.answerDays })]),
            ),
            text(
              tell('review-how', {
                phone: foreign(sender.phone, language),
                post: foreign(sender.post, language),
              }),
              ...(sender.visit === null
                ? []
                : [tell('review-visit', { place: foreign(sender.visit, language) })]),
              ...(representation ? [tell('represent')] : []),
            ),
          ]),
      ...(review === null && representation ? [text(tell('represent'))] : []),
      ...(regulator === null
        ? []
        : [
            text(
              tell('regulator', {
                name: foreign(regulator.name, language),
                contact: foreign(regulator.contact, language),
              }),
            ),
          ]),
    ],
  };
}

function effectSection(facts: NoticeFacts, language: Language, tell: Tell, parts: Parts): NoticeSection {
  const heading = tell('effect');
  const { effect, decided } = facts;
  if (effect === null) return { heading, blocks: [] };
  parts.add('effect-while-appealing');
  const { promise, waivable } = effect;
  const told = (): string => {
    switch (promise.kind) {
      case 'suspended':
        return tell(decided.kind === 'debt' ? 'effect-suspended-debt' : 'effect-suspended');
      case 'on-request':
        return tell('effect-on-request', { date: voiceOf(language).day(promise.until) });
      case 'by-order':
        return tell('effect-by-order');
      case 'none':
        return tell('effect-none');
    }
  };
  return { heading, blocks: [text(told(), ...(waivable ? [tell('effect-waivable')] : []))] };
}

/** Every sentence of a notice that is ours or the system's, in its order; the law's own text, names and addresses are not. */
export const ownSentences = ({ title, sections, access }: ComposedNotice): readonly string[] => [
  title,
  ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(sentencesOf)]),
  access.heading,
  access.typeAddress,
  access.typeCode,
  access.safe,
];

/** The running text alone, for the reading grade: headings and cells of a table are short and would make it look easier. */
export const proseOf = ({ sections, access }: ComposedNotice): readonly string[] => [
  ...sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'facts' ? [] : sentencesOf(block))),
  ),
  access.safe,
];

function sentencesOf(block: NoticeBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'statute':
      return [];
    case 'list':
      return block.items;
    case 'facts':
      return [...block.head, ...block.rows.map((row) => row.join(', '))];
  }
}
