import { joinFiles } from '../../catalogue.ts';
import type { Catalogue } from '../../message.ts';
import { app } from './app.ts';
import { attributions } from './attributions.ts';
import { audit } from './audit.ts';
import { cli } from './cli.ts';
import { contest } from './contest.ts';
import { contract } from './contract.ts';
import { explain } from './explain.ts';
import { findings } from './findings.ts';
import { kernel } from './kernel.ts';
import { ledger } from './ledger.ts';
import { model } from './model.ts';
import { server } from './server.ts';
import { stats } from './stats.ts';
import { table } from './table.ts';
import { tlog } from './tlog.ts';

/**
 * Every error that Ombud has, in Arabic, with what is said of roles and of rows that were refused. Written in plain
 * Modern Standard Arabic and read by no native reader yet.
 */
export const errors: Catalogue = joinFiles(
  app,
  attributions,
  audit,
  cli,
  contest,
  contract,
  explain,
  findings,
  kernel,
  ledger,
  model,
  server,
  stats,
  table,
  tlog,
);
