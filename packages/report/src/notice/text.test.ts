import { composeNotice } from '@ombud/contest';
import { expect, test } from 'vitest';
import { factsOf, languageOf, tags, templateOf } from '../../../contest/test/notice-sample.ts';
import { renderNoticeMail } from './text.ts';

test.each(tags)('the e-mail in %s says all that the letter says', (tag) => {
  const notice = composeNotice(templateOf('debt'), factsOf('debt', tag), languageOf(tag));
  const { subject, text } = renderNoticeMail(notice, 'NC-1');
  expect(subject).toContain('NC-1');
  for (const { heading, blocks } of notice.sections) {
    expect(text).toContain(heading.toUpperCase());
    for (const block of blocks)
      for (const part of block.kind === 'list'
        ? block.items
        : block.kind === 'facts'
          ? block.rows.flat()
          : [block.text])
        expect(text).toContain(part);
  }
  expect(text).toContain('https://appeal.example.org/K7QD-3XMP-9TRA');
  expect(text).toContain('K7QD-3XMP-9TRA');
});
