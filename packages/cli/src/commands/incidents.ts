import type { Command } from 'commander';
import type { Settle } from '../exit-codes.ts';
import type { IncidentFlags } from '../incidents/run-incidents.ts';

/** `ombud incidents [NAME]`: things that happened, each run through the ordinary audit. */
export function registerIncidents(program: Command, settle: Settle): void {
  program
    .command('incidents')
    .summary('things that happened, each run through the ordinary audit')
    .description(
      'Lists incidents, or shows one: what happened, what the audit of the published counts says, and what it would have stopped.',
    )
    .argument('[name]', 'the incident to show; default: list them')
    .option('--audit <id>', 'which of its audits to show whole; default: the first')
    .option('-o, --out <dir>', 'write the reports of its audits there')
    .option('--json', 'print the result and nothing else')
    .action(async (name: string | undefined, flags: IncidentFlags) => {
      const { runIncidents } = await import('../incidents/run-incidents.ts');
      settle(await runIncidents(name, flags));
    });
}
