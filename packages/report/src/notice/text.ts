import type { ComposedNotice, NoticeBlock } from '@ombud/contest';
import { say } from '@ombud/words';

/** A notice as an e-mail: a subject and plain text. */
export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
}

const row = ([what, value, source]: readonly [string, string, string]): string =>
  `- ${what}: ${value} (${source})`;

function blockText(block: NoticeBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'statute':
      return `> ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.rows.map(row).join('\n');
  }
}

/** The notice as an e-mail; nothing in it is hidden behind a link, and the link that it has is written out. */
export function renderNoticeMail(notice: ComposedNotice, reference: string): NoticeMail {
  const { language, title, particulars, sections, access } = notice;
  const parts = [
    title,
    particulars.join('\n'),
    ...sections.map(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(blockText)].join('\n')),
    [
      access.heading.toUpperCase(),
      `${access.typeAddress} ${access.link}`,
      `${access.typeCode} ${access.code}`,
      access.safe,
    ].join('\n'),
  ];
  return {
    subject: say(language, 'notice-letter/subject', { title, reference }),
    text: `${parts.join('\n\n')}\n`,
  };
}
