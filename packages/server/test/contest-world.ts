/** A server with a system whose decisions people are told of, and people who enter their cases with a browser's manners. */
import { type NamedSearch, type NoticeTemplate, templateDigest } from '@ombud/contest';
import { chooseLanguage } from '@ombud/words';
import { lettersOf } from '../src/contest/letters.ts';
import { type Shown, type Visitor, visitorOf } from '../src/incidents/visitor.ts';
import type { Running, ServeOptions } from '../src/index.ts';
import { type Asker, keyOf, personOf, startServer } from './world.ts';

export const birthday = '1987-03-27';

const template: NoticeTemplate = { system: 'payments', kind: 'debt', messages: {} };

const signatures = ['en', 'es', 'fr', 'ar'].map((tag) => {
  const language = chooseLanguage(tag);
  if (language === null) throw new Error(tag);
  return {
    language: tag,
    digest: templateDigest(template, language),
    reviewer: 'A. Reader',
    on: '2026-11-01',
  };
});

/** What the system declares for its cases. */
export const contestDeclared = {
  window: 'de-vwgo-80',
  packs: ['uk-gdpr-22c'],
  kind: 'debt',
  office: { name: 'Office of Payments', post: 'PO Box 12, North City 2600', phone: '1800 000 000' },
  machine: { name: 'Pay check', role: 'decided' },
  answerDays: 28,
  regulator: { name: 'Office of the Information Commissioner', contact: '1300 000 000' },
  ground: 'Social Security Act 1991, section 1223: the amount is a debt due to the Commonwealth.',
  rereadShare: 0,
  signatures,
  inputs: {
    income: {
      label: { en: 'Pay in the year', ar: 'أجر السنة' },
      source: { en: 'Tax office', ar: 'مكتب الضرائب' },
    },
    averaged: {
      label: { en: 'Pay spread over the year', ar: 'أجر موزع على السنة' },
      source: { en: 'This office' },
    },
  },
};

/** The declaration of the system. */
export const paymentsDeclared = {
  system: 'payments',
  title: 'Pay check',
  data: { decision: { column: 'decision', positive: ['debt'] }, favourable: 'negative', groups: ['sex'] },
  inputs: [
    { name: 'income', type: 'number' },
    { name: 'averaged', type: 'category' },
  ],
};

/** A person of the world: their case, and what stands in their letter. */
export interface Told {
  readonly case: string;
  readonly decision: number;
  readonly code: string;
}

/** The world. */
export interface ContestWorld {
  readonly running: Running;
  readonly operator: Asker;
  readonly recorder: Asker;
  /** Decides about so many people, and tells them; the letters are sent. */
  tell(people: number, language?: string): Promise<readonly Told[]>;
  /** The same, but the letters wait to be printed. */
  issue(people: number, language?: string, decided?: string): Promise<readonly Told[]>;
}

export async function contestWorld(
  options: Partial<ServeOptions> = {},
  declared: object = {},
): Promise<ContestWorld> {
  const running = await startServer(options);
  const operator = await keyOf(running, 'operator');
  const recorder = await keyOf(running, 'recorder');
  await must(operator('PUT', '/api/v1/systems/payments', paymentsDeclared));
  await must(operator('PUT', '/api/v1/systems/payments/contest', { ...contestDeclared, ...declared }));
  let from = 0;
  const world: ContestWorld = {
    running,
    operator,
    recorder,
    tell: async (people, language) => {
      const told = await world.issue(people, language);
      for (const { case: id } of told)
        await must(operator('POST', `/api/v1/systems/payments/cases/${id}/moves/notice/send`, {}));
      return told;
    },
    issue: async (people, language = 'en', decided) => {
      const decisions = Array.from({ length: people }, (_, i) => ({
        subject: `p-${from + i}`,
        decision: 'debt',
        ...(decided === undefined ? {} : { decided: `${decided}T12:00:00Z` }),
        attributes: { sex: i % 2 === 0 ? 'F' : 'M' },
        inputs: { income: 26_000 + i, averaged: i % 3 === 0 ? 'yes' : 'no' },
      }));
      const recorded = (await (
        await must(recorder('POST', '/api/v1/systems/payments/decisions/batch', { decisions }))
      ).json()) as { decisions: { index: number }[] };
      const notices = recorded.decisions.map(({ index }, i) => ({
        ...noticeOf(index, from + i, language),
        ...(decided === undefined ? {} : { decidedOn: decided }),
      }));
      from += people;
      const issued = (await (
        await must(operator('POST', '/api/v1/systems/payments/notices', { notices }))
      ).json()) as { items: { case: string; decision: number; state: string; refused: unknown[] }[] };
      const wrong = issued.items.find(({ state }) => state !== 'queued');
      if (wrong !== undefined) throw new Error(JSON.stringify(wrong));
      const letters = await lettersOf(
        running.services,
        issued.items.map((one) => one.case),
      );
      return issued.items.map((one) => ({
        case: one.case,
        decision: one.decision,
        code: letters.get(one.case)?.facts.access.code ?? '',
      }));
    },
  };
  return world;
}

export const noticeOf = (decision: number, i: number, language = 'en') => ({
  decision,
  language,
  zone: 'Europe/Berlin',
  calendar: 'DE',
  harm: i % 5,
  second: birthday,
  recipient: [`Kim Example ${i}`, '4 South Street', 'North City 2601'],
  reference: `NC-${i}`,
  decided: {
    kind: 'debt',
    amount: { minor: 679_380, currency: 'AUD' },
    from: '2025-07-01',
    to: '2026-06-30',
  },
  decidedOn: '2026-11-24',
  starts: '2027-01-04',
  ends: 'open',
  reasons: ['You told us that you earned nothing from March to June.'],
});

/** An answer that is a yes, or a fault of the test. */
export async function must(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (response.status >= 400) throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
  return response;
}

/** What an opinion on the remedy of a case names: its newest search, as whoever gives it reads it. */
export async function asRead(
  who: Asker,
  at: string,
): Promise<{ readonly facts: { readonly names: NamedSearch } }> {
  const { names } = (await (await must(who('GET', `${at}/remedy`))).json()) as { names: NamedSearch };
  return { facts: { names } };
}

/** Somebody with a browser. */
export const visitor = ({ url }: Running, headers: Readonly<Record<string, string>> = {}): Visitor =>
  visitorOf(url, { headers });

/** A visitor who has entered a case. */
export async function entered(running: Running, { code }: Told, lang = 'en'): Promise<Visitor> {
  const who = visitor(running);
  await who.get(`/${lang}/case`);
  const shown = await who.post(`/${lang}/case/enter`, { code, second: '27 3 1987' });
  if (shown.path !== `/${lang}/case`) throw new Error(`${shown.status} ${shown.html}`);
  return who;
}

/** Answers every question of the appeal and sends it. */
export async function appealAs(
  who: Visitor,
  lang = 'en',
  text = 'It was not mine all year.',
): Promise<Shown> {
  const at = `/${lang}/case/appeal`;
  await who.get(at);
  await who.post(`${at}/grounds`, { grounds: ['wrong-facts', 'discrimination'], do: 'go' });
  await who.post(`${at}/facts`, { 'fact-income': '13000', do: 'go' });
  await who.post(`${at}/words`, { words: text, do: 'go' });
  const files = new FormData();
  files.set('do', 'go');
  await who.send(`${at}/files`, files);
  await who.post(`${at}/help`, { help: 'post', do: 'go' });
  return who.post(`${at}/check`, { do: 'go' });
}

export { keyOf, personOf };
