/** The letters that the office prints: a piece of those that wait at a time, and that it was posted. */
import { contest, moveMany } from '@ombud/app';
import type { MatterOf } from '@ombud/contest';
import { printBatch } from '@ombud/report';
import { Button, Form } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import { actorOf, mayFor, type Role } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { seeOther, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { systemParams } from '../systems/schemas.ts';
import { deskOf } from './desk.ts';
import { lettersToSend } from './letters-to-send.ts';
import { allSettings, settingsOf } from './settings.ts';

/** Who posts letters. */
export const posters: readonly Role[] = ['operator', 'clerk'];
/** The letters are styled in themselves, and nothing in them is a script. */
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";
/** As many as a browser prints, and as somebody looks through before they say that all of them were posted. */
const together = 500;

/**
 * The last letter of a piece, by when it began to wait and by its case: what is shown and what is said to be posted are the same
 * letters, whatever others post or queue meanwhile.
 */
const pieceEnd = z.strictObject({ until: z.iso.datetime(), last: z.string().max(64) });

interface Waiting {
  readonly id: string;
  readonly decision: number;
  readonly since: string;
}

/** Cases whose letter waits for the printer of the office, the oldest first; those of a piece, or all. */
async function toPrint(
  services: Services,
  system: string,
  end: z.infer<typeof pieceEnd> | null,
): Promise<readonly Waiting[]> {
  const settings = (await allSettings(services.state, services.place.secret)).get(system);
  if (settings?.notices.printed === 'carrier') return [];
  const all = services.state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select(['contest_cases.id', 'contest_cases.decision', 'contest_matters.since', 'contest_matters.data'])
    .where('contest_cases.system', '=', system)
    .where('contest_matters.machine', '=', 'notice')
    .where('contest_matters.state', '=', 'queued')
    .orderBy('contest_matters.since')
    .orderBy('contest_cases.id');
  const some =
    end === null
      ? all
      : all.where((eb) =>
          eb.or([
            eb('contest_matters.since', '<', end.until),
            eb.and([eb('contest_matters.since', '=', end.until), eb('contest_cases.id', '<=', end.last)]),
          ]),
        );
  return (await some.execute())
    .filter(({ data }) => (JSON.parse(data) as MatterOf<'notice'>['data']).tried.at(-1) === 'print')
    .map(({ id, decision, since }) => ({ id, decision: Number(decision), since }));
}

/** What waits for the printer, and its oldest piece: the letters, and that they were posted. */
export async function printing(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const say = (name: string, params = {}) => voice.say(`contest-page/${name as 'print'}`, params);
  const waiting = await toPrint(call.services, system, null);
  const piece = waiting.slice(0, together);
  const end = piece.at(-1);
  if (end === undefined) return <p>{say('print-none')}</p>;
  const { since: until, id: last } = end;
  return (
    <>
      <p>{say('print-how', { n: waiting.length })}</p>
      {waiting.length > piece.length ? <p>{say('print-piece', { n: piece.length })}</p> : ''}
      {mayFor(call.who, posters, system) ? (
        <>
          <p>
            <a href={`/systems/${system}/notices/print?${new URLSearchParams({ until, last })}`}>
              {say('print-open')}
            </a>
          </p>
          <Form action={`/systems/${system}/notices/posted`} token={call.formToken}>
            <input type="hidden" name="until" value={until} />
            <input type="hidden" name="last" value={last} />
            <Button label={say('print-posted')} />
          </Form>
        </>
      ) : (
        ''
      )}
    </>
  );
}

/**
 * The letters of a piece, one after the other. A letter holds a name, an address, what was decided and a code that opens the
 * case: that it was shown is recorded first, each time, and its person reads it.
 */
async function lettersIn(
  { services, who }: Call,
  system: string,
  waiting: readonly Waiting[],
): Promise<string> {
  const settings = await settingsOf(services, system);
  const letters = await lettersToSend(
    services,
    system,
    settings,
    waiting.map(({ id }) => id),
  );
  const shown = new Set(letters.map((letter) => letter.case));
  const about = waiting.flatMap(({ id, decision }) => (shown.has(id) ? [decision] : []));
  await recordLook(services, who, { system, about, parts: ['payload', 'name', 'code'], why: 'notice' });
  const composed = letters.map(({ notice }) => notice);
  return [...printBatch(composed, Number.MAX_SAFE_INTEGER)].map(({ html }) => html).join('');
}

/** The letters as a page for the printer, and what a form says of them. */
export const printingPages: readonly Route[] = [
  route({
    id: 'notices-print',
    method: 'GET',
    path: '/systems/{system}/notices/print',
    who: { roles: posters, where: ['same-system'] },
    params: systemParams,
    query: pieceEnd,
    gives: { kind: 'page' },
    handle: async ({ params: { system }, query }, call) =>
      text(
        'text/html; charset=utf-8',
        await lettersIn(call, system, await toPrint(call.services, system, query)),
        { headers: { 'content-security-policy': letterPolicy } },
      ),
  }),
  route({
    id: 'notices-posted',
    method: 'POST',
    path: '/systems/{system}/notices/posted',
    who: { roles: posters, where: ['same-system'] },
    params: systemParams,
    takes: 'form',
    body: pieceEnd,
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, { services, who }) => {
      const posted = await toPrint(services, system, body);
      // One that was read or withdrawn meanwhile is refused for itself.
      await moveMany(
        await deskOf(services),
        posted.map(({ id }) => ({
          case: id,
          matter: { newest: 'notice' },
          event: 'send',
          by: 'carrier',
          actor: actorOf(who),
        })),
      );
      return seeOther(`/systems/${system}/notices`);
    },
  }),
];
