import { composeNotice } from '@ombud/contest';
import { expect, test } from 'vitest';
import { factsOf, languageOf, tags, templateOf } from '../../../contest/test/notice-sample.ts';
import { renderNoticeMail } from './text.ts';

const unescaped = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test.each(tags)('the e-mail in %s says all that the letter says, as text and as HTML', (tag) => {
  const notice = composeNotice(templateOf('debt'), factsOf('debt', tag), languageOf(tag));
  const { text, html } = renderNoticeMail(notice);
  const shown = unescaped(html);
  for (const { heading, blocks } of notice.sections) {
    expect(text).toContain(heading.toUpperCase());
    expect(shown).toContain(heading);
    for (const block of blocks)
      for (const part of block.kind === 'list'
        ? block.items
        : block.kind === 'facts'
          ? block.rows.flat()
          : [block.text]) {
        expect(text).toContain(part);
        expect(shown).toContain(part);
      }
  }
  for (const form of [text, html]) {
    expect(form).toContain('https://appeal.example.org/K7QD-3XMP-9TRA');
    expect(form).toContain('K7QD-3XMP-9TRA');
  }
});

test.each(tags)('what others see in passing of the e-mail in %s says nothing of the decision', (tag) => {
  const facts = factsOf('debt', tag);
  const notice = composeNotice(templateOf('debt'), facts, languageOf(tag));
  const { subject, text, html } = renderNoticeMail(notice);
  const begins = text.slice(0, text.indexOf(notice.title));
  const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
  for (const seen of [subject, begins, title]) {
    expect(seen).toContain(facts.sender.name.slice(0, 5));
    for (const told of [notice.title, facts.recipient[0] ?? '', facts.access.code, '6793'])
      expect(seen).not.toContain(told);
  }
  expect(html).toContain(`dir="${languageOf(tag).direction}"`);
  // Nothing is fetched when it is opened: nobody learns by it that it was.
  expect(html).not.toMatch(/<img|<link|url\(|src=/);
});
