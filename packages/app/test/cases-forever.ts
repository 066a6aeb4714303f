/** A child process that drives cases and sends what they owe; the tests kill it at any step. */
import { randomBytes } from 'node:crypto';
import { printNow } from '../../testing/src/print-now.ts';
import { confirmEffects } from '../src/contest/confirm-effects.ts';
import { takeDeliveries } from '../src/contest/deliveries.ts';
import { openCases } from '../src/contest/open-case.ts';
import { contest } from '../src/contest/tables.ts';
import { sendDue } from '../src/state/outbox/send.ts';
import { decide, openDesk } from './contest-desk.ts';
import { advance, type Drive } from './drive-cases.ts';

const [location = '', name = '', url = '', secret = '', rounds = 'forever'] = process.argv.slice(2);
const outcomes = ['changed', 'upheld', 'conceded'] as const;
/** The same for a case in every process. */
const driveOf = (id: string): Drive => ({
  reviewer: 'reviewer-1',
  outcome: outcomes[id.charCodeAt(0) % outcomes.length] ?? 'upheld',
  byOutbox: true,
});
/** The minute of the hour in which a letter leaves is drawn: here it is the first. */
const drawn = (length: number) => (length === 4 ? new Uint8Array(4) : randomBytes(length));
const desk = Object.assign(await openDesk(location, { create: false, realClock: true }), {
  randomBytes: drawn,
});
const receiverOf = ({ kind }: { readonly kind: string }) =>
  kind.startsWith('effect.') || kind === 'notice.send' ? { url, secret } : null;
const send = async () => {
  await sendDue(desk.state, { receiverOf, fetch, now: Date.now });
  for (const { moves } of [...(await confirmEffects(desk)), ...(await takeDeliveries(desk))])
    for (const { matter, entry } of moves) printNow(`moved ${matter} ${entry}\n`);
};

async function finish(id: string): Promise<void> {
  for (;;) {
    const done = await advance(desk, id, driveOf(id));
    if (done === null) return;
    if ('moves' in done) for (const { matter, entry } of done.moves) printNow(`moved ${matter} ${entry}\n`);
    await send();
  }
}

printNow('ready\n');
const before = await desk.state
  .of(contest)
  .selectFrom('contest_matters')
  .select('case_id')
  .where('machine', '=', 'effect')
  .where('state', 'not in', ['cancelled', 'running'])
  .execute();
for (const { case_id } of before) await finish(case_id);
for (let round = 0; rounds === 'forever' || round < Number(rounds); round++) {
  const [decision = -1] = await decide(desk, [`${name}-${round}`]);
  const [opened] = await openCases(desk, [
    {
      system: 'benefits',
      decision,
      decidedBy: ['officer-1'],
      zone: 'Europe/Berlin',
      calendar: 'DE',
      harm: 1,
      ways: ['print', 'email'],
      templateSigned: true,
    },
  ]);
  await finish(opened?.case ?? '');
}
await send();
await desk.writer.close();
printNow('done\n');
