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
import type { Language } from '@ombud/words';

/** Every report that can be written: its file name in a folder, and the result as text. */
export const formats = {
  json: { file: 'result.json', endings: ['.json'], render: renderJson },
  html: { file: 'report.html', endings: ['.html', '.htm'], render: renderHtml },
  md: { file: 'report.md', endings: ['.md', '.markdown'], render: renderMarkdown },
  junit: { file: 'junit.xml', endings: ['.xml'], render: renderJUnit },
  sarif: { file: 'result.sarif', endings: ['.sarif'], render: renderSarif },
  // Never found by an ending: that of a page is the report's.
  ll144: { file: 'll144.html', endings: [], render: renderLl144 },
  csv: { file: 'rates.csv', endings: ['.csv'], render: renderCsv },
} as const satisfies Record<
  string,
  { file: string; endings: readonly string[]; render: (result: Result, language?: Language) => string }
>;

/** The name of a report format. */
export type ReportFormat = keyof typeof formats;

/** Names of the report formats. */
export const formatNames = Object.keys(formats) as readonly ReportFormat[];

/** What a folder gets when no format is named. */
export const usualFormats: readonly ReportFormat[] = ['json', 'html', 'md', 'junit', 'sarif'];
