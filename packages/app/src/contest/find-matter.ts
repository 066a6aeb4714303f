import { contestErrors, type MachineName, type MatterOf, mattersOf } from '@ombud/contest';
import { isOmbudError, type OmbudError } from '@ombud/kernel';
import type { Desk } from './desk.ts';
import { type LoadedCase, loadCases } from './load.ts';

/**
 * A case.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-case`
 */
export async function caseOf(desk: Pick<Desk, 'state'>, id: string): Promise<LoadedCase> {
  const found = (await loadCases(desk.state, [id])).get(id);
  if (found === undefined) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: id });
  return found;
}

/**
 * A remedy of a case by its id, or its newest.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-matter` where it is of another case, or there is none
 */
export function remedyIn(loaded: Pick<LoadedCase, 'view'>, id?: string): MatterOf<'remedy'> {
  if (id === undefined) return newest(loaded, 'remedy');
  const found = mattersOf(loaded.view, 'remedy').find((one) => one.id === id);
  if (found === undefined)
    throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-matter', {
      case: loaded.view.id,
      machine: 'remedy',
    });
  return found;
}

/** The newest run of a machine in a case, or that there is none. */
export const findNewest = <M extends MachineName>(
  { view }: Pick<LoadedCase, 'view'>,
  machine: M,
): MatterOf<M> | OmbudError =>
  mattersOf(view, machine).at(-1) ??
  contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-matter', { case: view.id, machine });

/**
 * The newest run of a machine in a case.
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-matter`
 */
export function newest<M extends MachineName>(loaded: Pick<LoadedCase, 'view'>, machine: M): MatterOf<M> {
  const found = findNewest(loaded, machine);
  if (isOmbudError(found)) throw found;
  return found;
}
