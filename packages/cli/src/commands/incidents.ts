import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { IncidentFlags } from '../incidents/run-incidents.ts';

/** `ombud incidents [NAME]`: things that happened, each run through the ordinary audit. */
export function registerIncidents(program: Command, settle: Settle): void {
  program
    .command('incidents')
    .argument('[name]')
    .option('--audit <id>')
    .option('-o, --out <dir>')
    .option('--json')
    .option('--no-server')
    .action(async (name: string | undefined, flags: IncidentFlags) => {
      const { runIncidents } = await import('../incidents/run-incidents.ts');
      settle(await runIncidents(name, flags));
    });
}
