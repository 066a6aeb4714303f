/** Audits on the pages: asked for, followed, read, reproduced. */
import { reproduce } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { answerSentences, assertionSentence, verdictSentence } from '@ombud/report';
import { formatVerifierKey } from '@ombud/tlog';
import { Button, Definitions, Form, State } from '@ombud/ui';
import { say, type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { mayFor, type Role } from '../access/roles.ts';
import { type AuditRun, askForAudit, findRun, readOutput } from '../audits/runs.ts';
import { verdictOf } from '../audits/verdict.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParam, systemParams } from '../systems/schemas.ts';
import { CodeBox } from './code-box.tsx';
import { shell } from './shell.tsx';
import { resultOf } from './standing.ts';
import { actorNames, figureReaders, momentOf, scopeTexts } from './telling.ts';

/** Whoever may ask for an audit, and run a signed one again. */
export const auditors: readonly Role[] = ['auditor', 'operator', 'administrator'];

const auditParams = z.strictObject({ system: systemParam, audit: z.uuid().describe('The run') });
const reproductionsPerMinute = 6;

interface Part {
  readonly call: Call;
  readonly voice: Voice;
  readonly run: AuditRun;
}

const apiPath = ({ system, id }: AuditRun): string => `/api/v1/systems/${system}/audits/${id}`;

const pagePath = ({ system, id }: AuditRun): string => `/systems/${system}/audits/${id}`;

function Progress({ voice, run }: Part) {
  return (
    <div data-follow={`${apiPath(run)}/events`} role="status">
      <p>{voice.say(`console/run-${run.state}`, { done: run.done })}</p>
      <progress max="100" value={run.done} aria-label={voice.say('console/progress')}>
        {run.done} %
      </progress>
      <p>
        <a href={pagePath(run)}>{voice.say('console/look-again')}</a>
      </p>
    </div>
  );
}

function failureText(call: Call, { error }: AuditRun): string {
  const { code, reason, params } = error as { code: string; reason: string; params: Record<string, unknown> };
  return say(call.language, `${code}/${reason}`, params);
}

function Figures({ call, voice, run, result }: Part & { readonly result: Result }) {
  const { ledger } = result.source;
  return (
    <>
      {answerSentences(result, call.language).map((sentence) => (
        <p class="answer">{sentence}</p>
      ))}
      <h2>{voice.say('console/limits-judged')}</h2>
      <ul>
        {result.verdict.assertions.map((assertion) => (
          <li>
            <State state={assertion.state} word={`${voice.say(`verdict/${assertion.state}`)}. `} />
            {assertionSentence(result, assertion, call.language)}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${apiPath(run)}/report?format=html`}>{voice.say('console/report')}</a>
        {' · '}
        <a href={`${apiPath(run)}/report?format=json`} download={`result-${run.id}.json`}>
          {voice.say('console/result')}
        </a>
      </p>
      {ledger === null || ledger === undefined ? (
        ''
      ) : (
        <>
          <h2>{voice.say('console/covered')}</h2>
          <Definitions
            entries={[
              [voice.say('console/log-origin'), ledger.origin],
              [voice.say('console/log-size'), voice.count(ledger.size)],
              [voice.say('console/log-root'), ledger.root],
            ]}
          />
        </>
      )}
    </>
  );
}

function Evidence({ call, voice, run }: Part) {
  if (run.evidence === null) return <p>{voice.say('console/not-signed')}</p>;
  const [key = ''] = call.services.ledger.trust.signing.map(formatVerifierKey);
  return (
    <>
      <p>
        {voice.say('console/evidence-how', { entry: run.evidence })}{' '}
        <a href={`${apiPath(run)}/evidence`} download={`evidence-${run.evidence}.json`}>
          {voice.say('console/evidence-download')}
        </a>
        {' · '}
        <a href={`${apiPath(run)}/evidence/page`} download={`evidence-${run.evidence}.html`}>
          {voice.say('console/evidence-page')}
        </a>
      </p>
      <CodeBox
        label={voice.say('console/verify')}
        text={`npx ombud verify evidence-${run.evidence}.json --report evidence-${run.evidence}.html --key '${key}'`}
      />
      {mayFor(call.who, auditors, run.system) ? (
        <Form action={`${pagePath(run)}/reproduce`} token={call.formToken}>
          <p>{voice.say('console/reproduce-how')}</p>
          <Button label={voice.say('console/reproduce')} />
        </Form>
      ) : (
        ''
      )}
    </>
  );
}

async function Done(part: Part) {
  const { call, voice, run } = part;
  const verdict = verdictOf(run) ?? 'cannot-tell';
  const result = mayFor(call.who, figureReaders, run.system) ? await resultOf(call, run) : null;
  const sentence = result === null ? voice.say(`verdict/${verdict}`) : verdictSentence(result, call.language);
  return (
    <>
      <p class={`v line ${verdict}`}>
        <State state={verdict} word={sentence} />
      </p>
      {result === null ? '' : <Figures {...part} result={result} />}
      <h2>{voice.say('console/evidence')}</h2>
      <Evidence {...part} />
    </>
  );
}

async function auditPage(call: Call, run: AuditRun, told: string | null = null) {
  const voice = voiceOf(call.language);
  const nameOf = await actorNames(call.services, voice);
  const part = { call, voice, run };
  return shell(call, {
    title: voice.say('console/audit-of', { when: momentOf(voice, run.asked) }),
    at: '/',
    crumbs: [
      ['/', voice.say('console/systems')],
      [`/systems/${run.system}`, run.system],
    ],
    children: (
      <>
        <p class="meta">
          {voice.say('console/asked-by', { by: nameOf(run.askedBy) })}{' '}
          {run.version === null ? '' : voice.say('console/audit-by-version', { version: run.version })}
        </p>
        {scopeTexts(voice, run).map((text) => (
          <p class="warn">{text}</p>
        ))}
        {told === null ? (
          ''
        ) : (
          <p class="done" role="status">
            {told}
          </p>
        )}
        {run.state === 'done' ? await Done(part) : ''}
        {run.state === 'failed' ? <p class="warn">{failureText(call, run)}</p> : ''}
        {run.state === 'waiting' || run.state === 'running' ? <Progress {...part} /> : ''}
      </>
    ),
  });
}

async function reproduced(call: Call, run: AuditRun): Promise<string> {
  const voice = voiceOf(call.language);
  const { services } = call;
  const { envelope } = await readOutput(services, run.system, run.id);
  if (envelope === null) throw serverErrors.error('OMBUD_E_NO_AUDIT', 'not-signed', { id: run.id });
  const source = `ledger:${services.place.location}#${run.system}`;
  const { same, size, differs, erasedSince } = await reproduce(
    { evidence: envelope, source },
    services.context,
  );
  if (same) return voice.say('console/reproduced', { size });
  return erasedSince > 0
    ? voice.say('console/reproduced-erased', { n: erasedSince })
    : voice.say('console/reproduced-not', { differs });
}

/** The routes. */
export const auditPageRoutes: readonly Route[] = [
  route({
    id: 'audit-form',
    method: 'POST',
    path: '/systems/{system}/audits',
    who: { roles: auditors, where: ['same-system'] },
    params: systemParams,
    takes: 'form',
    body: z.strictObject({ sign: z.enum(['yes', 'no']) }),
    gives: { kind: 'page' },
    handle: async ({ params, body }, call) => {
      const run = await askForAudit(call, params.system, {
        atSize: null,
        sign: body.sign === 'yes',
      });
      return seeOther(pagePath(run));
    },
  }),
  route({
    id: 'audit-page',
    method: 'GET',
    path: '/systems/{system}/audits/{audit}',
    who: { roles: [...figureReaders, 'viewer'], where: ['same-system'] },
    params: auditParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) =>
      page(await auditPage(call, await findRun(call.services, params.system, params.audit))),
  }),
  route({
    id: 'audit-reproduce',
    method: 'POST',
    path: '/systems/{system}/audits/{audit}/reproduce',
    who: { roles: auditors, where: ['same-system'] },
    params: auditParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    perMinute: reproductionsPerMinute,
    handle: async ({ params }, call) => {
      const run = await findRun(call.services, params.system, params.audit);
      return page(await auditPage(call, run, await reproduced(call, run)));
    },
  }),
];
