import type { AuditSpec } from '@ombud/contract';
import type { Atom, Snapshot } from '@ombud/release';
import { binNames, gather, openRecorded, recordedIndex } from '@ombud/table';

/**
 * The people of a recorded audit by group, decision and outcome, and by when they were recorded: between which releases.
 * @param sizes of the log at each earlier release, in increasing order
 */
export async function snapshotOf(spec: AuditSpec, sizes: readonly number[]): Promise<Snapshot> {
  const edges = [...new Set(sizes)].sort((a, b) => a - b);
  const { strata: _, score: __, weight: ___, subject: ____, ...plain } = spec;
  // As a stratum, since everybody may stand between the same two releases.
  const strata = edges.length > 0 ? [{ column: recordedIndex, bins: edges }] : [];
  const { engine } = await openRecorded({ ...plain, strata });
  try {
    const { cells } = await gather(engine, { ...plain, strata });
    const names = edges.length > 0 ? binNames(edges) : [];
    const cohortOf = (value: string | null | undefined): number => Math.max(0, names.indexOf(value ?? ''));
    // One cohort a release: two releases at one size have nobody between them.
    const cohorts = sizes.concat(Number.POSITIVE_INFINITY).map((size) => edges.indexOf(size));
    const atoms = new Map<string, { atom: Atom; people: number[] }>();
    for (const { groups: values, strata: recorded, decision, outcome, n } of cells.cells) {
      const group = Object.fromEntries(cells.groupNames.map((name, i) => [name, values[i] ?? null]));
      const key = JSON.stringify([Object.entries(group), decision, outcome]);
      const entry = atoms.get(key) ?? {
        atom: { group, decision, outcome },
        people: edges.concat(0).map(() => 0),
      };
      const cohort = cohortOf(recorded[0]);
      entry.people[cohort] = (entry.people[cohort] ?? 0) + n;
      atoms.set(key, entry);
    }
    const list = [...atoms.values()];
    return {
      atoms: list.map(({ atom }) => atom),
      cohorts: cohorts.map((edge, j) => {
        const cohort = edge < 0 ? edges.length : edge;
        const first = cohorts.indexOf(edge) === j;
        return list.map(({ people }) => (first ? (people[cohort] ?? 0) : 0));
      }),
    };
  } finally {
    await engine.close();
  }
}
