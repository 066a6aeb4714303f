import type { Verdict } from '@ombud/contract';

/** Whether the policy asked only to be warned where it cannot be told: by name, or with no rule that binds. */
const onlyWarns = ({ assertions, whenCannotTell }: Verdict): boolean =>
  whenCannotTell === 'warn' || assertions.every(({ level }) => level === 'warn');

/**
 * With a baseline: 1 where a failure is new or surely worse; 3 where a rule that is not known to fail cannot be told; 0 where
 * everything that does not pass is known.
 */
function exitCodeHeld({ assertions, whenCannotTell }: Verdict): 0 | 1 | 3 {
  const open = assertions.filter(
    ({ level, state, baseline }) => level === 'error' && state !== 'pass' && baseline !== 'known',
  );
  if (open.some(({ state, baseline }) => state === 'fail' || baseline === 'worse')) return 1;
  return open.length > 0 && whenCannotTell === 'error' ? 3 : 0;
}

/**
 * The exit code of the command: 0 pass, 1 fail, 3 cannot tell, unless the policy asked to be only warned. A known failure
 * of a baseline that has not expired does not stop.
 */
export function exitCodeOf(verdict: Verdict): 0 | 1 | 3 {
  if (verdict.baseline?.expired === false && verdict.baseline.known + verdict.baseline.worse > 0)
    return exitCodeHeld(verdict);
  switch (verdict.state) {
    case 'fail':
      return 1;
    case 'pass':
      return 0;
    case 'cannot-tell':
      return onlyWarns(verdict) ? 0 : 3;
  }
}
