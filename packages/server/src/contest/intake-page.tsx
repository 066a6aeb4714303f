/** Paper and telephone: a clerk types in what came; the same clocks run, and the person gets the same receipt. */
import { findCase, lodgeAppeal } from '@ombud/app';
import { type CaseView, contestErrors, dayOf, mayBeReceived } from '@ombud/contest';
import { grounds } from '@ombud/report';
import { Button, Choices, Field, Form } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import { actorOf, type Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { deskOf } from './desk.ts';
import { caseIn } from './move-as.ts';

export const clerks: readonly Role[] = ['clerk'];

function intakePage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const today = new Date(call.services.context.now()).toISOString().slice(0, 10);
  const say = (name: string) => voice.say(`contest-page/${name as 'intake'}`);
  return shell(call, {
    title: say('intake'),
    at: '/desk',
    children: (
      <>
        <p>{say('intake-how')}</p>
        <Form action={`/systems/${system}/intake`} token={call.formToken}>
          <Field
            name="which"
            label={say('intake-which')}
            hint={say('intake-which-hint')}
            autocomplete="off"
          />
          <div class="f">
            <label for="channel">{say('intake-channel')}</label>
            <select name="channel" id="channel">
              <option value="paper">{say('intake-paper')}</option>
              <option value="telephone">{say('intake-telephone')}</option>
            </select>
          </div>
          <Field
            name="received"
            label={say('intake-received')}
            hint={say('intake-received-hint')}
            value={today}
          />
          <Choices
            kind="checkbox"
            name="grounds"
            label={say('intake-grounds')}
            options={grounds.map((value) => ({ value, label: voice.say(`portal/ground-${value}`) }))}
            chosen={[]}
          />
          <div class="f">
            <label for="text">{say('intake-text')}</label>
            <textarea name="text" id="text" rows={8} dir="auto" />
          </div>
          <Button label={say('intake-send')} />
        </Form>
      </>
    ),
  });
}

/**
 * The instant from which the time counts: today is now, another day its noon.
 * @throws OmbudError `OMBUD_E_CONTEST_MOVE/received-when` for a day before the decision or after today
 */
function receivedOn(view: CaseView, received: string, at: number): string {
  const now = new Date(at).toISOString();
  const today = dayOf(now, view.place);
  const receivedAt = received === today ? now : `${received}T12:00:00.000Z`;
  if (!mayBeReceived(view, receivedAt, now))
    throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'received-when', {
      received,
      from: dayOf(view.decidedAt, view.place),
      to: today,
    });
  return receivedAt;
}

/** The pages. */
export const intakePages: readonly Route[] = [
  route({
    id: 'intake-page',
    method: 'GET',
    path: '/systems/{system}/intake',
    who: { roles: clerks, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(intakePage(call, params.system)),
  }),
  route({
    id: 'intake',
    method: 'POST',
    path: '/systems/{system}/intake',
    who: { roles: clerks, where: ['same-system'] },
    params: systemParams,
    takes: 'form',
    body: z.strictObject({
      which: z.string().min(1).max(60),
      channel: z.enum(['paper', 'telephone']),
      received: z.iso.date(),
      grounds: z
        .union([z.enum(grounds), z.array(z.enum(grounds))])
        .transform((value) => (Array.isArray(value) ? value : [value])),
      text: z.string().max(20_000),
    }),
    gives: { kind: 'page' },
    handle: async ({ params: { system }, body }, { services, who }) => {
      const desk = await deskOf(services);
      const id = await findCase(desk, system, body.which);
      if (id === null) throw contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-case', { case: body.which });
      const { view } = await caseIn(desk, system, id);
      const receivedAt = receivedOn(view, body.received, services.context.now());
      await lodgeAppeal(desk, {
        case: id,
        by: 'clerk',
        actor: actorOf(who),
        channel: body.channel,
        grounds: body.grounds,
        words: { text: body.text },
        receivedAt,
      });
      services.kick('contest-outbox');
      return seeOther(`/systems/${system}/cases/${id}`);
    },
  }),
];
