import type { ColumnRule, RecourseRules } from '../src/recourse/rules.ts';

const up: ColumnRule = { change: 'up', step: 1 };
const down: ColumnRule = { change: 'down', step: 1 };

/** What a person can change of a HELOC-like application: 12 of 23 columns, of which each goes one way, but one. */
export const helocRules: RecourseRules = {
  columns: {
    NumSatisfactoryTrades: up,
    PercentTradesNeverDelq: up,
    NumTradesOpeninLast12M: down,
    PercentInstallTrades: { change: 'any', step: 1 },
    NumInqLast6M: down,
    NumInqLast6Mexcl7days: down,
    NetFractionRevolvingBurden: down,
    NetFractionInstallBurden: down,
    NumRevolvingTradesWBalance: down,
    NumInstallTradesWBalance: down,
    NumBank2NatlTradesWHighUtilization: down,
    PercentTradesWBalance: down,
  },
  links: [],
  causal: [],
  time: null,
};
