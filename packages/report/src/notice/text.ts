import type { ComposedNotice, NoticeBlock } from '@ombud/contest';
import { say, visible } from '@ombud/words';
import { mailHtml } from './mail.tsx';

/** A notice as an e-mail: a subject, and the letter as plain text and as HTML. */
export interface NoticeMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
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

/**
 * The notice as an e-mail. Nothing in it is hidden behind a link, and the link that it has is written out. Its subject and what
 * a telephone shows of its beginning say from whom it is, and nothing of what was decided: others read them in passing.
 */
export function renderNoticeMail(notice: ComposedNotice): NoticeMail {
  const { language, title, sender, particulars, sections, access } = notice;
  const parts = [
    [sender.name, ...particulars].join('\n'),
    title,
    ...sections.map(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(blockText)].join('\n')),
    [
      access.heading.toUpperCase(),
      `${access.typeAddress} ${access.link}`,
      `${access.typeCode} ${access.code}`,
      access.safe,
    ].join('\n'),
  ];
  return {
    subject: say(language, 'notice-letter/subject', { office: visible(sender.name) }),
    text: `${parts.join('\n\n')}\n`,
    html: mailHtml(notice),
  };
}
