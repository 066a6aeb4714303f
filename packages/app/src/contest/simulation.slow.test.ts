/** A year of a large office: nothing is lost, nothing is answered twice, and no deadline passes unseen. */
import { sized } from '@ombud/testing';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../ledger/test/helpers.ts';
import { birthday, decide, openDesk } from '../../test/contest-desk.ts';
import { advance } from '../../test/drive-cases.ts';
import {
  answersInOrder,
  assignWaiting,
  checkCases,
  contest,
  contestFigures,
  issueNotices,
  moveMany,
  noteRead,
  openCases,
  outbox,
  scanDeadlines,
} from '../index.ts';

const decisions = sized(100_000, 10_000);
const appeals = decisions / 20;
const reviewers = Array.from({ length: 20 }, (_, i) => `reviewer-${i}`);
const together = 2000;

test(`${decisions} decisions, ${appeals} appeals, ${reviewers.length} reviewers`, async () => {
  const desk = await openDesk(`${temporaryFolder()}/ledger`, { seed: 'office' });
  onTestFinished(() => desk.writer.close());
  const cases: { case: string; notice: string; effect: string }[] = [];
  for (let at = 0; at < decisions; at += together) {
    const subjects = Array.from({ length: together }, (_, i) => `s${at + i}`);
    const opened = await openCases(
      desk,
      (await decide(desk, subjects)).map((decision, i) => ({
        system: 'benefits',
        decision,
        decidedBy: [],
        zone: 'Europe/Berlin',
        calendar: 'DE',
        harm: i % 5,
        ways: ['print', 'email'] as const,
        templateSigned: true,
      })),
    );
    const notices = opened.map((one) => ({
      case: one.case,
      parts: [],
      second: birthday,
      actor: 'officer-1',
    }));
    await issueNotices(desk, notices);
    await moveMany(
      desk,
      opened.map(({ case: id, notice }) => ({
        case: id,
        matter: notice,
        event: 'send',
        by: 'carrier',
        actor: 'post',
      })),
    );
    cases.push(...opened);
  }
  expect(cases).toHaveLength(decisions);

  // Every twentieth appeals; a tenth of those is left lying, so that clocks pass.
  const appealing = cases.filter((_, i) => i % (decisions / appeals) === 0);
  const outcomeOf = (i: number) => (['changed', 'upheld', 'upheld', 'conceded'] as const)[i % 4] ?? 'upheld';
  for (const { case: id } of appealing) await noteRead(desk, id);
  const driven = appealing.filter((_, i) => i % 10 !== 0);
  for (const { case: id } of appealing) await advance(desk, id, { reviewer: '', outcome: 'upheld' });
  for (const [i, { case: id }] of driven.entries()) {
    const drive = { reviewer: '', outcome: outcomeOf(i) };
    await advance(desk, id, drive);
    await advance(desk, id, drive);
  }
  const confirmAll = () =>
    moveMany(
      desk,
      appealing.map(({ case: id, effect }) => ({
        case: id,
        matter: effect,
        event: 'confirm',
        by: 'recipient',
        actor: 'benefits',
      })),
    );
  await confirmAll();
  desk.later(1);
  let assigned = 0;
  for (;;) {
    const done = await assignWaiting(desk, reviewers, { most: 500 });
    assigned += done.length;
    if (done.length === 0) break;
  }
  const ofReview = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select(['case_id', 'assignee'])
    .where('machine', '=', 'review')
    .execute();
  expect(assigned).toBe(ofReview.length);
  const inHand = Map.groupBy(ofReview, ({ assignee }) => assignee);
  expect(inHand.size).toBe(reviewers.length);
  const loads = [...inHand.values()].map((own) => own.length);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  const place = new Map(driven.map(({ case: id }, i) => [id, i]));
  for (const { case_id: id, assignee } of ofReview) {
    const drive = { reviewer: assignee ?? '', outcome: outcomeOf(place.get(id) ?? 0) };
    for (let step = 0; step < 4; step++) await advance(desk, id, drive);
  }
  await confirmAll();

  // A year passes, week by week; the scan sees every clock that is over.
  let seen = 0;
  for (let week = 0; week < 52; week++) {
    desk.later(7);
    for (;;) {
      const found = await scanDeadlines(desk);
      seen += found.length;
      if (found.length === 0) break;
    }
  }
  const unseen = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select('id')
    .where('deadline', '<=', new Date(desk.at).toISOString())
    .where('passed', 'is', null)
    .execute();
  expect(unseen).toEqual([]);
  const passed = await desk.state.of(contest).selectFrom('contest_passed').select('matter').execute();
  expect(passed).toHaveLength(seen);

  // None lost, none answered twice.
  const figures = await contestFigures(desk, { system: 'benefits', minimumCell: 5, level: 0.95 });
  expect(figures).toMatchObject({ decided: decisions, received: appeals, open: appeals - driven.length });
  const answers = await answersInOrder(desk.state, 'benefits');
  expect(answers).toHaveLength(driven.length);
  expect(new Set(answers.map(({ appeal }) => appeal)).size).toBe(driven.length);
  const answered = await desk.state
    .of(outbox)
    .selectFrom('outbox')
    .select('body')
    .where('kind', '=', 'appeal.answered')
    .execute();
  expect(new Set(answered.map(({ body }) => JSON.parse(body).case)).size).toBe(driven.length);
  expect(answered).toHaveLength(driven.length);
  const checked = await checkCases(desk);
  expect(checked.problems).toEqual([]);
  console.info(
    `${decisions} decisions, ${figures.received} appeals, ${answers.length} answers, ${checked.moves} moves, ${seen} clocks seen to pass`,
  );
}, 3_600_000);
