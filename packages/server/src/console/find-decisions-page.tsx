/** Decisions found by entry, receipt or person. */
import { listVersions } from '@ombud/app';
import { findSubjects, parseEntry } from '@ombud/ledger';
import { Button, Field, Form, TextArea } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { recordLook } from '../access/looks.ts';
import { mayFor } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { ListedDecision } from './decision-list.ts';
import { Decisions } from './decision-list-page.tsx';
import { finders } from './decision-roles.ts';
import { shell } from './shell.tsx';

/** Where decisions are looked for. */
export function findPage(call: Call) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: voice.say('console/find'),
    at: '/decisions',
    children: (
      <div class="two">
        <section>
          <h2>{voice.say('console/find-entry')}</h2>
          <Form action="/decisions/entry" token={null}>
            <Field
              name="index"
              label={voice.say('console/entry-number')}
              hint={voice.say('console/entry-hint')}
            />
            <Button label={voice.say('console/find-do')} about={voice.say('console/find-entry')} />
          </Form>
        </section>
        <section>
          <h2>{voice.say('console/find-receipt')}</h2>
          <Form action="/decisions/receipt" token={call.formToken}>
            <TextArea
              name="receipt"
              label={voice.say('console/receipt-text')}
              hint={voice.say('console/receipt-hint')}
              rows={6}
            />
            <Button label={voice.say('console/find-do')} about={voice.say('console/find-receipt')} />
          </Form>
        </section>
        {mayFor(call.who, finders, null) ? (
          <section>
            <h2>{voice.say('console/find-person')}</h2>
            <Form action="/decisions/person" token={call.formToken}>
              <Field
                name="subject"
                label={voice.say('console/subject')}
                hint={voice.say('console/subject-hint')}
              />
              <Field name="why" label={voice.say('console/why')} hint={voice.say('console/why-hint')} />
              <Button label={voice.say('console/find-do')} about={voice.say('console/find-person')} />
            </Form>
          </section>
        ) : (
          ''
        )}
      </div>
    ),
  });
}

/** The decisions about a person; that they were looked for is recorded. */
export async function personPage(call: Call, subject: string, reason: string) {
  const voice = voiceOf(call.language);
  const { services, who } = call;
  const found: ListedDecision[] = [];
  for (const index of await findSubjects(services.writer, [subject])) {
    const entry = parseEntry(await services.ledger.store.readEntry(index));
    if (entry?.kind === 'decision') found.push({ index, entry });
  }
  if (found.length === 0) throw serverErrors.error('OMBUD_E_NO_DECISION', 'nobody', { subject });
  const bySystem = Object.entries(Object.groupBy(found, ({ entry }) => entry.system));
  for (const [system, decisions = []] of bySystem)
    await recordLook(services, who, {
      system,
      about: decisions.map(({ index }) => index),
      parts: ['subject'],
      why: reason,
    });
  const versions = await Promise.all(bySystem.map(([system]) => listVersions(services.state, system)));
  return shell(call, {
    title: voice.say('console/person', { subject }),
    at: '/decisions',
    crumbs: [['/decisions', voice.say('console/find')]],
    children: (
      <>
        <p class="done" role="status">
          {voice.say('console/looked')}
        </p>
        <Decisions voice={voice} decisions={found.reverse()} versions={versions.flat()} />
      </>
    ),
  });
}
