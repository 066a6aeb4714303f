/** Moves a case for whoever asks: their roles say as which actors they may act, and the tables say which of them moves what. */
import {
  caseOf,
  contest,
  type LoadedCase,
  type Moved,
  move,
  newest,
  remedyProgress,
  type Statements,
} from '@ombud/app';
import {
  type Actor,
  contestErrors,
  type Facts,
  type MachineName,
  type Matter,
  type MatterOf,
  machines,
  movesOf,
  type Words,
} from '@ombud/contest';
import { isShutOut, personBehind } from '../access/answers-for.ts';
import { requireOthers } from '../access/one-person.ts';
import { actorOf, grantsFor, type Principal, type Role } from '../access/roles.ts';
import type { Services } from '../services.ts';
import { deskOf, type ServerDesk } from './desk.ts';
import { requireReviewer } from './reviewers.ts';

const actorsOfRole: Readonly<Record<Role, readonly Actor[]>> = {
  administrator: ['supervisor'],
  operator: ['decider', 'carrier'],
  recorder: ['recipient'],
  reviewer: ['reviewer', 'cosigner'],
  clerk: ['clerk'],
  auditor: [],
  viewer: [],
};

/** As which actors somebody may act in the cases of a system. */
export const actorsOf = (who: Principal, system: string): readonly Actor[] =>
  who.kind === 'anonymous'
    ? []
    : [
        ...new Set(
          grantsFor(who, Object.keys(actorsOfRole) as Role[], system).flatMap(
            ({ role }) => actorsOfRole[role],
          ),
        ),
      ];

/** A move as it is asked for. */
export interface CaseMove {
  readonly system: string;
  readonly case: string;
  readonly machine: MachineName;
  readonly event: string;
  readonly facts?: Facts;
  readonly words?: Words;
}

/**
 * A case of a system.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-case` where it is of another
 */
export async function caseIn(desk: ServerDesk, system: string, id: string): Promise<LoadedCase> {
  const loaded = await caseOf(desk, id);
  if (loaded.view.system !== system)
    throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: id });
  return loaded;
}

/** Whoever answers for the office has taken part in the decision from then on, and reviews nothing of it. */
const answersForOffice: ReadonlySet<string> = new Set(['respond', 'concede']);

const noteDecider =
  ({ row, view }: LoadedCase, account: string) =>
  async (tx: Statements): Promise<void> => {
    if (view.decidedBy.includes(account)) return;
    await tx
      .of(contest)
      .updateTable('contest_cases')
      .set({ decided_by: JSON.stringify([...view.decidedBy, account]) })
      .where('id', '=', row.id)
      .execute();
  };

/** Who did the first of two steps that two people do, as the case stands once the second is made. */
function doneBefore(machine: MachineName, event: string, data: string): readonly string[] {
  switch (`${machine}.${event}`) {
    case 'remedy.support':
    case 'remedy.approve':
    case 'remedy.reject':
      return (JSON.parse(data) as MatterOf<'remedy'>['data']).approvers;
    case 'effect.confirm-match':
      return (JSON.parse(data) as MatterOf<'effect'>['data']).confirmedBy;
    case 'review.cosign':
    case 'review.agree':
    case 'review.disagree': {
      const { reviewer, cosigner } = JSON.parse(data) as MatterOf<'review'>['data'];
      return [reviewer, cosigner].filter((one) => one !== null);
    }
    default:
      return [];
  }
}

/** Two steps of two people are not of two accounts of one person. Asked in the transaction, of the case as it is then. */
const twoPeople =
  ({ context }: Services, account: string, { machine, event }: CaseMove, matter: string) =>
  async (tx: Statements): Promise<void> => {
    const { data } = await tx
      .of(contest)
      .selectFrom('contest_matters')
      .select('data')
      .where('id', '=', matter)
      .executeTakeFirstOrThrow();
    const before = doneBefore(machine, event, data).filter((one) => one !== account);
    await requireOthers(tx, account, before, context.now());
  };

/** Whose steps of two the run holds, and in which role they took them. */
function secondsIn(matter: Matter | undefined): { readonly people: readonly string[]; readonly as: Role } {
  switch (matter?.machine) {
    case 'remedy':
      return { people: matter.data.approvers, as: 'administrator' };
    case 'effect':
      return { people: matter.data.confirmedBy, as: 'reviewer' };
    default:
      return { people: [], as: 'administrator' };
  }
}

/** Who took a step of two in a run, and was shut out since. */
async function shutOutOf(services: Services, { view }: LoadedCase, id: string): Promise<ReadonlySet<string>> {
  const { people, as } = secondsIn(view.matters.find((one) => one.id === id));
  const out = new Set<string>();
  for (const one of people) if (await isShutOut(services, one, [as], view.system)) out.add(one);
  return out;
}

/** Moves the newest run of a machine in a case. @throws OmbudError `OMBUD_E_CONTEST_MOVE` where it is refused */
export async function moveAs(services: Services, who: Principal, asked: CaseMove): Promise<Moved> {
  const { system, machine, event, facts, words } = asked;
  const desk = await deskOf(services);
  const loaded = await caseIn(desk, system, asked.case);
  const matter = newest(loaded, machine);
  const able = actorsOf(who, system);
  const by = able.find((actor) => movesOf(machines[machine], matter.state, actor).includes(event)) ?? able[0];
  // A remedy needs two people: a key is whoever made it.
  const account = machine === 'remedy' ? await personBehind(services, actorOf(who)) : actorOf(who);
  if (by === undefined)
    throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'not-yours', {
      event,
      state: matter.state,
      by: account,
    });
  if (machine === 'review' && event === 'assign')
    await requireReviewer(services, system, facts?.reviewer ?? '');
  const moved = await move(desk, {
    case: asked.case,
    matter: matter.id,
    event,
    by,
    actor: account,
    ...(facts === undefined ? {} : { facts }),
    ...(words === undefined ? {} : { words }),
    shutOut: await shutOutOf(services, loaded, matter.id),
    ...(machine === 'remedy' ? { progress: await remedyProgress(desk.state, matter.id) } : {}),
    within: answersForOffice.has(event)
      ? noteDecider(loaded, account)
      : twoPeople(services, account, asked, matter.id),
  });
  services.kick('contest-outbox');
  return moved;
}

/** What somebody may ask of each run of a machine in a case now. */
export const openMoves = (
  { view }: LoadedCase,
  able: readonly Actor[],
): readonly { readonly machine: MachineName; readonly state: string; readonly events: readonly string[] }[] =>
  (Object.keys(machines) as MachineName[]).flatMap((machine) => {
    const matter = view.matters.findLast((one) => one.machine === machine);
    if (matter === undefined) return [];
    const events = able.flatMap((actor) => movesOf(machines[machine], matter.state, actor));
    return [{ machine, state: matter.state, events: [...new Set(events)] }];
  });
