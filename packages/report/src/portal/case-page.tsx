import { isOpen } from '@ombud/contest';
import { Table } from '@ombud/ui';
import { type Voice, visible, voiceOf } from '@ombud/words';
import type { Child } from 'hono/jsx';
import type { CaseLook, CaseView } from './case-view.ts';
import { type PortalFrame, portalPage, type Tell, tellOf } from './frame.tsx';

/** Which sentence tells where an appeal stands. */
function standingOf({ appeal, window, reopened }: CaseView): string | null {
  switch (appeal) {
    case null:
      return window === null ? null : window.over ? 'standing-late' : 'standing-open';
    case 'draft':
      return 'standing-draft';
    case 'lodged':
    case 'late':
    case 'with-decider':
    case 'awaiting-review':
      return reopened ? 'standing-reopened' : 'standing-received';
    case 'incomplete':
    case 'evidence-window':
      return 'standing-ask';
    case 'under-review':
    case 'after-decision':
      return 'standing-review';
    case 'on-hold':
      return 'standing-hold';
    case 'decided':
    case 'conceded':
    case 'effectuated':
      return 'standing-answered';
    case 'withdrawn':
    case 'void':
    case 'struck-out':
    case 'person-died':
    case 'inadmissible':
      return 'standing-ended';
  }
}

/** Which sentence tells what the deciding system does. What was only ordered is not told as done. */
function effectOf({ effect, effectRefused }: CaseView): string {
  switch (effect) {
    case 'not-begun':
      return 'effect-waiting';
    case 'running':
      return 'effect-running';
    case 'lifting':
      return 'effect-going-on';
    case 'suspending':
      return effectRefused ? 'effect-stopping-refused' : 'effect-stopping';
    case 'cancelling':
      return effectRefused ? 'effect-taking-back-refused' : 'effect-taking-back';
    case 'suspended':
      return 'effect-stopped';
    case 'cancelled':
      return 'effect-ended';
    case 'done':
      return 'effect-done';
  }
}

interface PartProps {
  readonly view: CaseView;
  readonly frame: PortalFrame;
  readonly tell: Tell;
  readonly voice: Voice;
}

function Part({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Standing({ view, frame, tell, voice }: PartProps) {
  const { appeal, window, answerUntil } = view;
  const standing = standingOf(view);
  const mayAsk = appeal === null || appeal === 'draft';
  return (
    <div class="answer">
      <h2>{tell('standing')}</h2>
      {standing === null ? '' : <p>{tell(standing, { date: voice.day(window?.until ?? '') })}</p>}
      {answerUntil === null ? (
        ''
      ) : (
        <p>{tell(answerUntil.over ? 'answer-late' : 'answer-until', { date: voice.day(answerUntil.day) })}</p>
      )}
      <p>{tell(effectOf(view))}</p>
      {mayAsk ? (
        <p>
          <a class="go" href={`${frame.base}/appeal`}>
            {tell(appeal === null ? 'appeal-begin' : 'appeal-resume')}
          </a>
        </p>
      ) : (
        ''
      )}
      {appeal !== null && isOpen({ state: appeal }) ? (
        <p>
          <a href={`${frame.base}/more`}>{tell('more-link')}</a>
        </p>
      ) : (
        ''
      )}
    </div>
  );
}

function Answer({ view: { answer }, tell }: PartProps) {
  if (answer === null) return null;
  return (
    <Part title={tell('answer')}>
      <p>{tell(`outcome-${answer.outcome}`)}</p>
      {answer.reasons === null ? '' : <p dir="auto">{visible(answer.reasons)}</p>}
    </Part>
  );
}

function Data({ view, frame, tell }: PartProps) {
  return (
    <Part title={tell('data')}>
      <dl>
        {view.data.map(({ id, label, value, source, reported }) => (
          <>
            <dt dir="auto">{visible(label)}</dt>
            <dd>
              <bdi>{visible(value)}</bdi>
              <p class="meta">{tell('data-from', { source: visible(source) })}</p>
              {reported ? (
                <p>{tell('data-reported')}</p>
              ) : (
                <p>
                  <a
                    href={`${frame.base}/correct?fact=${encodeURIComponent(id)}`}
                    aria-label={tell('data-wrong-what', { what: visible(label) })}
                  >
                    {tell('data-wrong')}
                  </a>
                </p>
              )}
            </dd>
          </>
        ))}
      </dl>
      <p>
        <a href={`${frame.base}/request`}>{tell('requests-all')}</a>
      </p>
    </Part>
  );
}

function Checked({ view, tell, voice }: PartProps) {
  const { alike, audit, receipt } = view;
  return (
    <>
      <Part title={tell('alike')}>
        <p>
          {alike === null
            ? tell('alike-few')
            : tell('alike-text', { same: alike.same, all: alike.all, since: voice.day(alike.since) })}
        </p>
      </Part>
      <Part title={tell('audit')}>
        {audit === null ? (
          <p>{tell('audit-none')}</p>
        ) : (
          <>
            <p>{tell(`audit-${audit.verdict}`, { date: voice.day(audit.day) })}</p>
            {audit.href === null ? (
              ''
            ) : (
              <p>
                <a href={audit.href}>{tell('audit-read')}</a>
              </p>
            )}
          </>
        )}
      </Part>
      <Part title={tell('receipt')}>
        <p>
          {receipt.counted === null
            ? tell('receipt-recorded', { number: receipt.entry })
            : tell('receipt-counted', receipt.counted)}
        </p>
        <p>{tell('receipt-keep')}</p>
        <ul>
          <li>
            <a href={receipt.saveHref} download>
              {tell('receipt-save')}
            </a>
          </li>
          <li>
            <a href={receipt.checkHref}>{tell('receipt-check')}</a>
          </li>
        </ul>
      </Part>
    </>
  );
}

const whys: ReadonlySet<string> = new Set(['appeal', 'notice', 'correction', 'remedy', 'audit', 'request']);

const whyOf = ({ why }: CaseLook, tell: Tell): string => (whys.has(why) ? tell(`why-${why}`) : visible(why));

function Past({ view, tell, voice }: PartProps) {
  const { events, looks, visits } = view;
  const who = ({ role, name }: CaseLook): string =>
    name === null
      ? tell(`role-${role}`)
      : tell('role-named', { what: tell(`role-${role}`), name: visible(name) });
  return (
    <>
      <Part title={tell('events')}>
        <ol>
          {events.map(({ at, event }) => (
            <li>
              {voice.day(at)}: {tell(`event-${event}`)}
            </li>
          ))}
        </ol>
      </Part>
      <Part title={tell('looks')}>
        {looks.length === 0 ? (
          <p>{tell('looks-none')}</p>
        ) : (
          <Table
            caption={tell('looks')}
            head={[tell('looks-when'), tell('looks-who'), tell('looks-why')]}
            rows={looks.map((look) => [voice.day(look.at), who(look), whyOf(look, tell)])}
            text={[1, 2]}
          />
        )}
        <p>{tell('visits-how')}</p>
        <Table
          caption={tell('visits')}
          head={[tell('looks-when'), tell('visits-code'), tell('visits-times')]}
          rows={visits.map(({ day, by, times }) => [
            voice.day(day),
            tell(`visits-${by}`),
            voice.count(times),
          ])}
          text={[1]}
        />
      </Part>
    </>
  );
}

/**
 * A person's own case: what was decided and why, on what data, how it stands, how many like it, what the last audit says, the
 * proof, what happened, who looked, and how to ask a human. A pure function; it needs no script.
 */
export function renderCasePage(frame: PortalFrame, view: CaseView): string {
  const tell = tellOf(frame.language);
  const voice = voiceOf(frame.language);
  const part = { view, frame, tell, voice };
  return portalPage({
    frame,
    title: tell('service'),
    children: (
      <>
        <h1>{tell('service')}</h1>
        <p class="meta" dir="auto">
          {visible(view.reference)}
        </p>
        <Standing {...part} />
        <Answer {...part} />
        <Part title={tell('decision')}>
          {view.decision.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Part>
        <Part title={tell('reasons')}>
          {view.reasons.length === 0 ? (
            <p>{tell('reasons-none')}</p>
          ) : (
            <ul>
              {view.reasons.map((reason) => (
                <li>
                  <bdi>{visible(reason)}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Part>
        <Data {...part} />
        <Part title={tell('how')}>
          <p>{tell('how-free')}</p>
          <ul>
            <li>{tell('how-here')}</li>
            <li>{tell('how-phone', { phone: `\u2066${visible(view.office.phone)}\u2069` })}</li>
            <li>{tell('how-post', { post: `\u2068${visible(view.office.post)}\u2069` })}</li>
          </ul>
        </Part>
        <Checked {...part} />
        <Past {...part} />
      </>
    ),
  });
}
