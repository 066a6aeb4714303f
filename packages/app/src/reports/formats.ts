import type { Result } from '@ombud/contract';
import {
  renderCsv,
  renderHtml,
  renderJson,
  renderJUnit,
  renderLl144,
  renderMarkdown,
  renderSarif,
} from '@ombud/report';
import type { Form, Forms } from './forms.ts';

const formats = {
  json: { file: 'result.json', endings: ['.json'], render: renderJson },
  html: { file: 'report.html', endings: ['.html', '.htm'], render: renderHtml },
  md: { file: 'report.md', endings: ['.md', '.markdown'], render: renderMarkdown },
  junit: { file: 'junit.xml', endings: ['.xml'], render: renderJUnit },
  sarif: { file: 'result.sarif', endings: ['.sarif'], render: renderSarif },
  // Never found by an ending: that of a page is the report's.
  ll144: { file: 'll144.html', endings: [], render: renderLl144 },
  csv: { file: 'rates.csv', endings: ['.csv'], render: renderCsv },
} as const satisfies Record<string, Form<Result>>;

/** The name of a report format. */
export type ReportFormat = keyof typeof formats;

/** Names of the report formats. */
export const formatNames = Object.keys(formats) as readonly ReportFormat[];

/** Every report that can be written of a result. */
export const reportForms: Forms<Result, ReportFormat> = {
  all: formats,
  names: formatNames,
  usual: ['json', 'html', 'md', 'junit', 'sarif'],
};
