import type { ComposedNotice, NoticeBlock } from '@ombud/contest';
import { List } from '@ombud/ui';
import { visible } from '@ombud/words';

/** The notice as the HTML of an e-mail: no picture, no style from elsewhere, nothing that tells its sender that it was opened. */
export function mailHtml(notice: ComposedNotice): string {
  const { language, title, sender, particulars, sections, access } = notice;
  const body = (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{visible(sender.name)}</title>
      </head>
      <body style="font-family:sans-serif;line-height:1.5;max-width:40em">
        <p>
          {[visible(sender.name), ...particulars].map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
        </p>
        <h1>{title}</h1>
        {sections.map(({ heading, blocks }) => (
          <>
            <h2>{heading}</h2>
            {blocks.map((block) => (
              <Block block={block} />
            ))}
          </>
        ))}
        <h2>{access.heading}</h2>
        <p>
          {access.typeAddress} <a href={access.link}>{access.link}</a>
        </p>
        <p>
          {access.typeCode} <b>{access.code}</b>
        </p>
        <p>{access.safe}</p>
      </body>
    </html>
  );
  return `<!doctype html>${String(body)}`;
}

function Block({ block }: { readonly block: NoticeBlock }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'statute':
      return <blockquote dir="auto">{block.text}</blockquote>;
    case 'list':
      return <List items={block.items} />;
    case 'facts':
      return (
        <table border={1} cellpadding={4}>
          <tr>
            {block.head.map((cell) => (
              <th style="text-align:start">{cell}</th>
            ))}
          </tr>
          {block.rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td dir="auto">{cell}</td>
              ))}
            </tr>
          ))}
        </table>
      );
  }
}
