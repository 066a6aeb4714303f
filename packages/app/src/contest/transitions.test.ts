/** Every transition of every table through the use case: each event, in each state, by each role. */
import { type Actor, begin, type MachineName, machines } from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../ledger/test/helpers.ts';
import { decide, openDesk, type TestDesk, testRules } from '../../test/contest-desk.ts';
import { caseOf, contest, moveMany, openCases, openDraft, proposeRemedy } from '../index.ts';
import { rowOfMatter } from './load.ts';

const actors: readonly Actor[] = [
  'person',
  'representative',
  'clerk',
  'decider',
  'reviewer',
  'cosigner',
  'supervisor',
  'carrier',
  'recipient',
  'timer',
];
const byReview = ['assign', 'unassign', 'decide'];
const together = 100;

/** What the table says of an event in a state by a role: `may` where only guards stand before it. */
function expected(machine: MachineName, state: string, event: string, by: Actor): string {
  if (machine === 'appeal' && byReview.includes(event)) return 'by-review';
  const rows = machines[machine].transitions.filter((row) => row.event === event && row.from.includes(state));
  if (rows.length === 0) return 'no-such-move';
  return rows.some((row) => row.by.includes(by)) ? 'may' : 'not-yours';
}

/** Cases that have a run of each machine. */
async function manyCases(desk: TestDesk): Promise<{ id: string; runs: Map<string, string> }[]> {
  const decisions = await decide(
    desk,
    Array.from({ length: together }, (_, i) => `s${i}`),
  );
  const opened = await openCases(
    desk,
    decisions.map((decision) => ({
      system: 'benefits',
      decision,
      decidedBy: [],
      zone: 'Europe/Berlin',
      calendar: 'DE' as const,
      harm: 0,
      ways: ['print'] as const,
      templateSigned: true,
    })),
  );
  const cases = [];
  for (const { case: id } of opened) {
    const { appeal } = await openDraft(desk, id);
    await proposeRemedy(desk, id);
    const { view } = await caseOf(desk, id);
    const now = new Date(desk.at).toISOString();
    const review = begin('review', view, { now, rules: testRules, newId: () => `r${id}` }, { appeal });
    await desk.state.change((tx) =>
      tx
        .of(contest)
        .insertInto('contest_matters')
        .values(rowOfMatter(id, 4, review))
        .execute(),
    );
    const runs = new Map([...view.matters, review].map((one) => [one.machine as string, one.id]));
    cases.push({ id, runs });
  }
  return cases;
}

test('is refused to whom the table does not name, and what was refused has left no trace', async () => {
  const desk = await openDesk(`${temporaryFolder()}/ledger`);
  onTestFinished(() => desk.writer.close());
  const cases = await manyCases(desk);
  const names = Object.keys(machines) as MachineName[];
  const asked = names.flatMap((machine) =>
    Object.keys(machines[machine].states).flatMap((state) =>
      [...new Set(machines[machine].transitions.map(({ event }) => event))].flatMap((event) =>
        actors.map((by) => ({ machine, state, event, by })),
      ),
    ),
  );
  const counts = { may: 0, refused: 0, moved: 0 };
  for (let at = 0; at < asked.length; at += together) {
    const some = asked.slice(at, at + together);
    const matterOf = (i: number) => cases[i]?.runs.get(some[i]?.machine ?? '') ?? '';
    await desk.state.change(async (tx) => {
      for (const [i, { state }] of some.entries())
        await tx
          .of(contest)
          .updateTable('contest_matters')
          .set({ state })
          .where('id', '=', matterOf(i))
          .execute();
      // A review is of an appeal that waits for it, or that is in it.
      for (const [i, { machine, state }] of some.entries())
        if (machine === 'review')
          await tx
            .of(contest)
            .updateTable('contest_matters')
            .set({ state: state === 'unassigned' ? 'awaiting-review' : 'under-review' })
            .where('id', '=', cases[i]?.runs.get('appeal') ?? '')
            .execute();
    });
    const { size } = await desk.writer.ledger.store.readLog();
    const done = await moveMany(
      desk,
      some.map(({ event, by }, i) => ({
        case: cases[i]?.id ?? '',
        matter: matterOf(i),
        event,
        by,
        actor: `somebody-${by}`,
      })),
    );
    let recorded = 0;
    for (const [i, { machine, state, event, by }] of some.entries()) {
      const one = done[i];
      const should = expected(machine, state, event, by);
      if (!isOmbudError(one)) recorded += one?.moves.length ?? 0;
      const was = isOmbudError(one) ? one.reason : 'moved';
      if (should === 'may') {
        counts.may++;
        expect([machine, state, event, by, ['no-such-move', 'not-yours', 'by-review'].includes(was)]).toEqual(
          [machine, state, event, by, false],
        );
      } else {
        counts.refused++;
        expect([machine, state, event, by, was]).toEqual([machine, state, event, by, should]);
      }
      if (was === 'moved') counts.moved++;
    }
    // An entry for each move, and none for what was refused.
    expect((await desk.writer.ledger.store.readLog()).size).toBe(size + recorded);
  }
  expect(counts.may + counts.refused).toBe(asked.length);
  expect(counts.refused).toBeGreaterThan(5000);
  expect(counts.moved).toBeGreaterThan(50);
});
