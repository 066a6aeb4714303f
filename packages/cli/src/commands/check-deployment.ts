import type { Command } from 'commander';
import type { CheckDeploymentFlags } from '../deployment/run-check-deployment.ts';
import type { Settle } from '../exit-codes.ts';

/** `ombud check-deployment MANIFEST...`: dashboards that anybody can reach. */
export function registerCheckDeployment(program: Command, settle: Settle): void {
  program
    .command('check-deployment')
    .summary('dashboards that anybody can reach without a login')
    .description(
      'Reads manifests of Kubernetes and compose files together, and names each dashboard that anybody can reach without a login.',
    )
    .argument('<manifest...>', 'files or folders; - reads the standard input')
    .option('--json', 'print what was found as JSON and nothing else')
    .addHelpText(
      'after',
      '\nExamples:\n  ombud check-deployment deploy/ compose.yaml\n  helm template . | ombud check-deployment -',
    )
    .action(async (manifests: readonly string[], flags: CheckDeploymentFlags) => {
      const { runCheckDeployment } = await import('../deployment/run-check-deployment.ts');
      settle(await runCheckDeployment(manifests, flags));
    });
}
