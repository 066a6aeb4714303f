/** What of contest goes on by itself: clocks that are over, messages that are due, reviews that wait for somebody. */
import {
  assignWaiting,
  confirmEffects,
  contest,
  ifItMay,
  type Outgoing,
  type Receiver,
  scanDeadlines,
  sendDue,
  stepReview,
  takeDeliveries,
} from '@ombud/app';
import type { Job } from '../jobs/job.ts';
import { sendingOf } from '../outgoing/sending.ts';
import type { Services } from '../services.ts';
import { deskOf, type ServerDesk } from './desk.ts';
import { noticeReceiver } from './notice-carriers.ts';
import { continueRemedy } from './remedy-steps.ts';
import { reviewersOf } from './reviewers.ts';

const minuteMs = 60_000;
const outboxMs = 10_000;
/** Many cases that move at once are one more pass over what is due, not one each. */
const restMs = 100;
/** One pass over clocks finds so many; fewer means that nothing is left. */
const fullPass = 200;
const together = 200;

/** What the deciding system is told and asked. */
const forDecider = /^(appeal|effect|remedy)\./;

/** Where a message about a case goes; null where nobody has said so. */
export function receiverOf(
  services: Services,
  desk: Pick<ServerDesk, 'settings'>,
  { kind, system, receiver }: Pick<Outgoing, 'kind' | 'system' | 'receiver'>,
): Receiver | null {
  const settings = desk.settings.get(system);
  if (settings === undefined) return null;
  const { receivers } = settings;
  if (kind === 'remedy.pay') return receivers.payments;
  if (kind === 'deadline.passed') return receivers.deadlines;
  if (kind === 'notice.send') return noticeReceiver(services, settings, receiver);
  return forDecider.test(kind) ? receivers.effects : null;
}

async function send(services: Services): Promise<void> {
  const desk = await deskOf(services);
  await sendDue(services.state, {
    ...sendingOf(services),
    receiverOf: (message) => receiverOf(services, desk, message),
    settled: () => services.kick('contest-answers'),
  });
}

/** Takes the answers of deciding systems and of carriers, also while another one keeps the outbox waiting. */
async function takeAnswers(services: Services): Promise<void> {
  const desk = await deskOf(services);
  await confirmEffects(desk);
  if ((await takeDeliveries(desk)).length > 0) services.kick('contest-outbox');
}

async function assign(services: Services, desk: ServerDesk): Promise<void> {
  for (const system of desk.settings.keys()) {
    const reviewers = await reviewersOf(services, system);
    if (reviewers.length > 0) await assignWaiting(desk, reviewers, { system });
  }
}

/** Signed reviews are closed, or read again where that was drawn when they were signed. */
async function close(desk: ServerDesk): Promise<void> {
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select('case_id')
    .where('machine', '=', 'review')
    .where('state', '=', 'signed')
    .limit(together)
    .execute();
  for (const { case_id } of rows)
    for (const event of ['close', 'draw-for-reread'] as const)
      await ifItMay(stepReview(desk, event, { case: case_id, by: 'timer', actor: 'timer' }));
}

async function remedies(desk: ServerDesk): Promise<void> {
  const rows = await desk.state
    .of(contest)
    .selectFrom('contest_matters')
    .select('case_id')
    .where('machine', '=', 'remedy')
    .where('state', 'in', ['reopening', 'notifying', 'reviewing'])
    .execute();
  for (const { case_id } of rows) await continueRemedy(desk, case_id);
}

async function goOn(services: Services): Promise<void> {
  const desk = await deskOf(services);
  while ((await scanDeadlines(desk)).length === fullPass && !services.stopping.aborted);
  await assign(services, desk);
  await close(desk);
  await remedies(desk);
}

/** The jobs; each looks in tables and is safe to run again. */
export const contestJobs: readonly Job[] = [
  { name: 'contest-outbox', everyMs: outboxMs, restMs, run: send },
  { name: 'contest-answers', everyMs: outboxMs, restMs, run: takeAnswers },
  { name: 'contest-clocks', everyMs: minuteMs, run: goOn },
];
