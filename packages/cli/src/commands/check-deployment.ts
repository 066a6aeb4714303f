import type { Command } from 'commander';
import type { CheckDeploymentFlags } from '../deployment/run-check-deployment.ts';
import type { Settle } from '../exit-codes.ts';
import { examples } from '../help.ts';

/** `ombud check-deployment MANIFEST...`: dashboards that anybody can reach. */
export function registerCheckDeployment(program: Command, settle: Settle): void {
  program
    .command('check-deployment')
    .argument('<manifest...>')
    .option('--json')
    .addHelpText(
      'after',
      examples('  ombud check-deployment deploy/ compose.yaml\n  helm template . | ombud check-deployment -'),
    )
    .action(async (manifests: readonly string[], flags: CheckDeploymentFlags) => {
      const { runCheckDeployment } = await import('../deployment/run-check-deployment.ts');
      settle(await runCheckDeployment(manifests, flags));
    });
}
