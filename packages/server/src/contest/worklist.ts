/** What waits for whoever asks: states that one of their roles must act on, the nearest deadline first. */
import { contest, turnOf } from '@ombud/app';
import { type Actor, type MachineName, machines } from '@ombud/contest';
import type { Services } from '../services.ts';

/** One thing that waits. */
export interface Waiting {
  readonly system: string;
  readonly case: string;
  readonly machine: MachineName;
  readonly state: string;
  readonly deadline: string | null;
  readonly harm: number;
}

/** States that an actor owns. */
const statesOf = (machine: MachineName, able: readonly Actor[]): readonly string[] =>
  Object.entries(machines[machine].states)
    .filter(([, { owner }]) => owner !== null && able.includes(owner))
    .map(([state]) => state);

/**
 * What waits in a system for actors, at most so much. A review that somebody handles waits for them alone.
 * @param account whoever asks
 */
export async function worklist(
  { state }: Services,
  asked: {
    readonly system: string;
    readonly able: readonly Actor[];
    readonly account: string;
    readonly most: number;
  },
): Promise<readonly Waiting[]> {
  const { system, able, account, most } = asked;
  const owned = (Object.keys(machines) as MachineName[]).flatMap((machine) => {
    const states = statesOf(machine, able);
    return states.length === 0 ? [] : [{ machine, states }];
  });
  if (owned.length === 0) return [];
  return state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select([
      'contest_cases.system',
      'contest_cases.id as case',
      'contest_matters.machine',
      'contest_matters.state',
      'contest_matters.deadline',
      'contest_cases.harm',
    ])
    .where('contest_cases.system', '=', system)
    .where('contest_matters.deadline', 'is not', null)
    .where((eb) =>
      eb.or(
        owned.map(({ machine, states }) =>
          eb.and([
            eb('contest_matters.machine', '=', machine),
            eb('contest_matters.state', 'in', states as string[]),
          ]),
        ),
      ),
    )
    .where((eb) =>
      eb.or([eb('contest_matters.assignee', 'is', null), eb('contest_matters.assignee', '=', account)]),
    )
    .orderBy(turnOf())
    .orderBy('contest_matters.deadline')
    .orderBy('contest_cases.harm', 'desc')
    .limit(most)
    .$narrowType<{ machine: MachineName }>()
    .execute();
}
