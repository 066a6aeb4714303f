/** One system: how it stands, its limits over time, its audits, its versions, and how to record to it. */
import { findVersion, listVersions, readBreaker } from '@ombud/app';
import { formatVerifierKey } from '@ombud/tlog';
import { Button, Choice, Form, State, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { mayFor } from '../access/roles.ts';
import { type AuditRun, listRuns } from '../audits/runs.ts';
import { verdictOf } from '../audits/verdict.ts';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { auditors } from './audit-pages.tsx';
import { CodeBox } from './code-box.tsx';
import { declarers } from './declare.tsx';
import { limitsOverTime } from './limits-over-time.tsx';
import { recordCommand, verifyCommands } from './record-how.ts';
import { shell } from './shell.tsx';
import { breakerSentence, standingOf } from './standing.ts';
import { actorNames, figureReaders, momentOf, readers, scopeTexts, titleOf } from './telling.ts';
import { Versions } from './versions.tsx';

const mostAudits = 12;

function runState(voice: Voice, run: AuditRun) {
  const verdict = verdictOf(run);
  return verdict === null ? (
    voice.say(`console/run-${run.state}`, { done: run.done })
  ) : (
    <State state={verdict} word={voice.say(`verdict/${verdict}`)} />
  );
}

function Audits({
  voice,
  runs,
  nameOf,
}: {
  voice: Voice;
  runs: readonly AuditRun[];
  nameOf: (by: string) => string;
}) {
  if (runs.length === 0) return <p>{voice.say('console/no-audits')}</p>;
  return (
    <Table
      caption={voice.say('console/audits-caption')}
      head={(['asked', 'by', 'verdict', 'size', 'evidence'] as const).map((one) =>
        voice.say(`console/head-${one}`),
      )}
      rows={runs.map((run) => [
        <a href={`/systems/${run.system}/audits/${run.id}`}>{momentOf(voice, run.asked)}</a>,
        nameOf(run.askedBy),
        <>
          {runState(voice, run)}
          {scopeTexts(voice, run).map((text) => ` ${text}`)}
        </>,
        run.size === null ? '' : voice.count(run.size),
        run.evidence === null ? '' : voice.say('console/entry', { entry: run.evidence }),
      ])}
      text={[0, 1, 2]}
    />
  );
}

function AskForAudit({
  call,
  voice,
  system,
}: {
  readonly call: Call;
  readonly voice: Voice;
  readonly system: string;
}) {
  if (!mayFor(call.who, auditors, system)) return '';
  return (
    <Form action={`/systems/${system}/audits`} token={call.formToken}>
      <Choice
        name="sign"
        label={voice.say('console/audit-sign')}
        hint={voice.say('console/audit-sign-hint')}
        options={[
          ['yes', voice.say('console/audit-signed')],
          ['no', voice.say('console/audit-unsigned')],
        ]}
      />
      <Button label={voice.say('console/audit-do')} />
    </Form>
  );
}

async function systemPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const { services, origin } = call;
  const newest = await findVersion(services.state, system);
  const versions = await listVersions(services.state, system);
  const nameOf = await actorNames(services, voice);
  const { state, sentence } = await standingOf(call, voice, newest);
  const breaker = breakerSentence(voice, await readBreaker(services.state, system));
  const seesFigures = mayFor(call.who, figureReaders, system);
  const pictures = seesFigures ? await limitsOverTime(call, voice, system) : null;
  const { purpose } = newest.document;
  const [key = ''] = services.ledger.trust.signing.map(formatVerifierKey);
  return shell(call, {
    title: titleOf(newest),
    at: '/',
    crumbs: [['/', voice.say('console/systems')]],
    children: (
      <>
        {typeof purpose === 'string' ? <p>{purpose}</p> : ''}
        <div class={state === null ? 'v' : `v ${state}`}>
          <p>{state === null ? sentence : <State state={state} word={sentence} />}</p>
        </div>
        <p>
          <State state={breaker.decides ? 'pass' : 'fail'} word={breaker.sentence} />{' '}
          <a href={`/systems/${system}/breaker`}>{voice.say('console/breaker')}</a>
          {mayFor(call.who, figureReaders, system) ? (
            <>
              {' · '}
              <a href={`/systems/${system}/watch`}>{voice.say('watch/settings')}</a>
            </>
          ) : (
            ''
          )}
        </p>
        {pictures === null ? (
          ''
        ) : (
          <>
            <h2>{voice.say('console/limits')}</h2>
            <p class="meta">{voice.say('console/limits-how')}</p>
            {pictures}
          </>
        )}
        <h2>{voice.say('console/audits')}</h2>
        {mayFor(call.who, [...figureReaders, 'viewer'], system) ? (
          <Audits voice={voice} runs={await listRuns(services, system, mostAudits)} nameOf={nameOf} />
        ) : (
          ''
        )}
        <AskForAudit call={call} voice={voice} system={system} />
        <h2>{voice.say('console/decisions')}</h2>
        <p>
          <a href={`/systems/${system}/decisions`}>{voice.say('console/decisions-of', { system })}</a>
        </p>
        <h2>{voice.say('console/record')}</h2>
        <p>{voice.say('console/record-how')}</p>
        <CodeBox label={voice.say('console/record')} text={recordCommand(origin, newest)} />
        <p>{voice.say('console/record-then')}</p>
        <CodeBox label={voice.say('console/record-verify')} text={verifyCommands(origin, 'INDEX', key)} />
        <h2>{voice.say('console/versions')}</h2>
        {mayFor(call.who, declarers, system) ? (
          <p>
            <a href={`/systems/${system}/declare`}>{voice.say('console/declare-new-version')}</a>
          </p>
        ) : (
          ''
        )}
        <Versions call={call} voice={voice} nameOf={nameOf} versions={versions} />
      </>
    ),
  });
}

/** The page of a system. */
export const systemRoute: Route = route({
  id: 'system-page',
  method: 'GET',
  path: '/systems/{system}',
  who: { roles: readers, where: ['same-system'] },
  params: systemParams,
  gives: { kind: 'page' },
  handle: async ({ params }, call) => page(await systemPage(call, params.system)),
});
