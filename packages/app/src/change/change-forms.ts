import type { Change } from '@ombud/contract';
import { renderChangeHtml, renderChangeMarkdown } from '@ombud/report';
import type { Form, Forms } from '../reports/forms.ts';

const formats = {
  json: {
    file: 'change.json',
    endings: ['.json'],
    render: (change) => `${JSON.stringify(change, null, 2)}\n`,
  },
  html: { file: 'change.html', endings: ['.html', '.htm'], render: renderChangeHtml },
  md: { file: 'change.md', endings: ['.md', '.markdown'], render: renderChangeMarkdown },
} as const satisfies Record<string, Form<Change>>;

/** The name of a form of a change. */
export type ChangeFormat = keyof typeof formats;

const names = Object.keys(formats) as readonly ChangeFormat[];

/** Every form in which a change can be written. */
export const changeForms: Forms<Change, ChangeFormat> = { all: formats, names, usual: names };
