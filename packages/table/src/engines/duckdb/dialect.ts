import type { Period } from '@ombud/contract';
import type { Dialect } from '../sql/relation.ts';

function period(instant: string, by: Period): string {
  switch (by) {
    case 'day':
      return `strftime(${instant}, '%Y-%m-%d')`;
    case 'week':
      return `strftime(${instant}, '%G-W%V')`;
    case 'month':
      return `strftime(${instant}, '%Y-%m')`;
    case 'quarter':
      return `(strftime(${instant}, '%Y') || '-Q' || quarter(${instant}))`;
    case 'year':
      return `strftime(${instant}, '%Y')`;
  }
}

export const duckDbDialect: Dialect = {
  quickFirstRows: true,
  period,
  wholeSum: (whole) => `sum(${whole})`,
  md5: (text) => `md5(${text})`,
  joined: (text, by) => `string_agg(${text}, ' ' ORDER BY ${by})`,
  median: (number) => `median(${number})`,
};
