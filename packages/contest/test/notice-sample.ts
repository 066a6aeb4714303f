import { chooseLanguage, type Language } from '@ombud/words';
import type { Decided, NoticeFacts } from '../src/notice/facts.ts';
import { type NoticeTemplate, type TemplateSignature, templateDigest } from '../src/notice/template.ts';

export const languageOf = (tag: string): Language => {
  const language = chooseLanguage(tag);
  if (language === null) throw new Error(`Ombud does not speak ${tag}.`);
  return language;
};

export const kinds = ['debt', 'refusal', 'reduction', 'grade'] as const;
export const tags = ['en', 'es', 'fr', 'ar'] as const;

interface Told {
  readonly what: string;
  readonly reasons: readonly string[];
  readonly data: NoticeFacts['data'];
  readonly system: string;
}

/** What an office would write of its own, as plainly as the rest. */
const told: Readonly<Record<(typeof tags)[number], Told>> = {
  en: {
    what: 'help with your rent',
    reasons: [
      'You told us that you earned nothing from March to June.',
      'The tax office told us that you earned $26,000 in that year.',
    ],
    data: [
      { label: 'Pay in the year', value: '$26,000', source: 'Tax office, 4 August 2026' },
      { label: 'Pay that you told us of', value: '$0', source: 'You, each two weeks' },
      { label: 'Where you work', value: 'North Street Bakery', source: 'Tax office' },
    ],
    system: 'Pay check',
  },
  es: {
    what: 'ayuda con el alquiler',
    reasons: [
      'Usted nos dijo que no ganó nada de marzo a junio.',
      'La oficina de impuestos nos dijo que ganó 26.000 dólares ese año.',
    ],
    data: [
      { label: 'Sueldo del año', value: '26.000 $', source: 'Oficina de impuestos' },
      { label: 'Sueldo que nos dijo', value: '0 $', source: 'Usted, cada dos semanas' },
      { label: 'Dónde trabaja', value: 'Panadería Norte', source: 'Oficina de impuestos' },
    ],
    system: 'Control de sueldos',
  },
  fr: {
    what: 'une aide pour le loyer',
    reasons: [
      'Vous nous avez dit que vous n’avez rien gagné de mars à juin.',
      'Les impôts nous ont dit que vous avez gagné 26 000 dollars cette année-là.',
    ],
    data: [
      { label: 'Salaire de l’année', value: '26 000 $', source: 'Les impôts' },
      { label: 'Salaire que vous avez dit', value: '0 $', source: 'Vous, toutes les deux semaines' },
      { label: 'Où vous travaillez', value: 'Boulangerie du Nord', source: 'Les impôts' },
    ],
    system: 'Contrôle des salaires',
  },
  ar: {
    what: 'مساعدة في الإيجار',
    reasons: [
      'أخبرتنا أنك لم تكسب شيئًا من مارس إلى يونيو.',
      'أخبرنا مكتب الضرائب أنك كسبت 26,000 دولار في تلك السنة.',
    ],
    data: [
      { label: 'أجر السنة', value: '26,000 $', source: 'مكتب الضرائب' },
      { label: 'الأجر الذي أخبرتنا به', value: '0 $', source: 'أنت، كل أسبوعين' },
      { label: 'مكان عملك', value: 'مخبز الشمال', source: 'مكتب الضرائب' },
    ],
    system: 'فحص الأجور',
  },
};

function decidedOf(kind: Decided['kind'], what: string): Decided {
  switch (kind) {
    case 'debt':
      return {
        kind,
        amount: { minor: 679_380, currency: 'AUD' },
        from: '2025-07-01',
        to: '2026-06-30',
      };
    case 'refusal':
      return { kind, what };
    case 'reduction':
      return {
        kind,
        what,
        before: { minor: 53_750, currency: 'AUD' },
        after: { minor: 29_790, currency: 'AUD' },
      };
    case 'grade':
      return { kind, subject: 'Chemistry', grade: 'C' };
  }
}

/** A notice with every part, as an office would send it. */
export function factsOf(kind: Decided['kind'], tag: (typeof tags)[number]): NoticeFacts {
  const { what, reasons, data, system } = told[tag];
  return {
    sender: {
      name: 'Office of Payments',
      post: 'PO Box 12, North City 2600',
      phone: '1800 000 000',
      visit: '1 North Street, North City',
    },
    recipient: ['Kim Example', '4 South Street', 'North City 2601'],
    reference: 'NC-2026-0048211',
    dated: '2026-11-25',
    decidedOn: '2026-11-24',
    decided: decidedOf(kind, what),
    starts: '2027-01-04',
    ends: 'open',
    machine: { system, role: 'decided' },
    reasons,
    ground:
      'Social Security Act 1991, section 1223: if a person is not qualified for the whole or part of a payment, the amount of it is a debt due to the Commonwealth.',
    data,
    correction: true,
    review: { until: '2027-01-24', answerDays: 30 },
    representation: true,
    effect: { promise: { kind: 'suspended' }, waivable: true },
    regulator: { name: 'Office of the Information Commissioner', contact: '1300 000 000' },
    access: {
      address: 'appeal.example.org',
      link: 'https://appeal.example.org/K7QD-3XMP-9TRA',
      code: 'K7QD-3XMP-9TRA',
    },
  };
}

export const templateOf = (kind: Decided['kind']): NoticeTemplate => ({
  system: 'payments',
  kind,
  messages: {},
});

/** As if a native reader had signed it. */
export const signedBy = (template: NoticeTemplate, language: Language): TemplateSignature => ({
  system: template.system,
  language: language.tag,
  digest: templateDigest(template, language),
  reviewer: 'A. Reader',
  on: '2026-11-01',
});
