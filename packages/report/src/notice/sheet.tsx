import type { ComposedNotice, NoticeBlock } from '@ombud/contest';
import { List } from '@ombud/ui';
import { visible } from '@ombud/words';
import { raw } from 'hono/html';
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { noticeStyle } from './style.ts';

/** What a whole page of notices begins and ends with; between them stands one sheet after the other. */
export interface NoticeFrame {
  readonly head: string;
  readonly foot: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The frame of a page of sheets: its head with the style, once for however many. */
export function noticeFrame({ language: { tag, direction }, title }: ComposedNotice): NoticeFrame {
  return {
    head: `<!doctype html><html lang="${escaped(tag)}" dir="${direction}"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="referrer" content="no-referrer"/><link rel="icon" href="data:,"/><title>${escaped(title)}</title><style>${noticeStyle}</style></head><body>`,
    foot: '</body></html>\n',
  };
}

/**
 * One notice as a sheet. Each has one picture code, with the address and the code typed beside it: a code in a picture alone
 * leaves out whoever has no camera.
 */
export function noticeSheet(notice: ComposedNotice): string {
  const { language, title, sender, recipient, particulars, sections } = notice;
  return String(
    <main class="sheet" lang={language.tag} dir={language.direction}>
      <p class="from">{visible(sender.name)}</p>
      <div class="heads">
        <address>
          {recipient.map((line) => (
            <p dir="auto">{line}</p>
          ))}
        </address>
        <div>
          {particulars.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      </div>
      <h1>{title}</h1>
      {sections.map(({ heading, blocks }) => (
        <section>
          <h2>{heading}</h2>
          {blocks.map((block) => (
            <Block block={block} label={heading} />
          ))}
        </section>
      ))}
      <Access notice={notice} />
    </main>,
  );
}

function Block({ block, label }: { readonly block: NoticeBlock; readonly label: string }) {
  switch (block.kind) {
    case 'text':
      return <p>{block.text}</p>;
    case 'statute':
      return (
        <p class="statute" dir="auto">
          {block.text}
        </p>
      );
    case 'list':
      return <List items={block.items} />;
    case 'facts':
      return (
        <section class="r" aria-label={label} tabindex={0}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th scope="col">{cell}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map(([what, value, source]) => (
                <tr>
                  <th scope="row">
                    <bdi>{what}</bdi>
                  </th>
                  <td>
                    <bdi>{value}</bdi>
                  </td>
                  <td>
                    <bdi>{source}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

function Access({ notice: { access } }: { readonly notice: ComposedNotice }) {
  const code = generate(access.link);
  const quiet = 4;
  const side = code.size + 2 * quiet;
  return (
    <section class="access">
      <svg
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        role="img"
        aria-label={access.picture}
        shape-rendering="crispEdges"
      >
        <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
        <path d={raw(toSvgPath(code)).toString()} fill="#000" />
      </svg>
      <div>
        <h2>{access.heading}</h2>
        <p>
          {access.typeAddress} <b>{access.address}</b>
        </p>
        <p>
          {access.typeCode} <b>{access.code}</b>
        </p>
        <p>{access.safe}</p>
      </div>
    </section>
  );
}

/** One notice as a page that prints on one sheet of A4. No script and no request. */
export function renderNoticeHtml(notice: ComposedNotice): string {
  const { head, foot } = noticeFrame(notice);
  return head + noticeSheet(notice) + foot;
}
