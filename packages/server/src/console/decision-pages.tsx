/** Decisions: found by entry, receipt or person, listed by version and time, looked at with a reason that is recorded. */
import { checkReceipt, findVersion, listVersions, type SystemVersion } from '@ombud/app';
import type { Entry } from '@ombud/contract';
import { findSubjects, parseEntry } from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { Button, Choice, Definitions, Field, Form, Table, TextArea } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { looksAt, recordLook } from '../access/looks.ts';
import { mayFor, type Role } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { openDecision } from '../recording/open-decision.ts';
import { decisionParams } from '../recording/schemas.ts';
import { systemParams } from '../systems/schemas.ts';
import { CodeBox } from './code-box.tsx';
import { entriesBefore, type ListedDecision, pageOfDecisions } from './decision-list.ts';
import { verifyCommands } from './record-how.ts';
import { shell } from './shell.tsx';
import { actorNames, momentOf, readers, titleOf } from './telling.ts';

type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** Whoever may look at one decision, and whoever may look for a person. */
const lookers: readonly Role[] = ['reviewer', 'clerk'];
const finders: readonly Role[] = ['clerk'];

const why = z.string().min(3).max(500);
const indexText = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const mostReceipt = 64_000;

const pathOf = (system: string, index: number): string => `/systems/${system}/decisions/${index}`;

/** The decision of an entry. @throws OmbudError `OMBUD_E_NO_DECISION` */
async function decisionAt({ services: { ledger } }: Call, index: number): Promise<DecisionEntry> {
  const { size } = await ledger.store.readLog();
  const entry = index < size ? parseEntry(await ledger.store.readEntry(index)) : null;
  if (entry?.kind !== 'decision') throw serverErrors.error('OMBUD_E_NO_DECISION', 'no-decision', { index });
  return entry;
}

function findPage(call: Call) {
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

/** What the log says of some decisions, as a table. */
function Decisions({
  voice,
  decisions,
  versions,
}: {
  readonly voice: Voice;
  readonly decisions: readonly ListedDecision[];
  readonly versions: readonly SystemVersion[];
}) {
  const versionOf = (declared: number | undefined) =>
    versions.find(({ entry }) => entry === declared)?.version;
  return (
    <Table
      caption={voice.say('console/decisions-caption')}
      head={(['entry', 'recorded', 'decided', 'version', 'model', 'marks'] as const).map((one) =>
        voice.say(`console/head-${one}`),
      )}
      rows={decisions.map(({ index, entry }) => [
        <a href={pathOf(entry.system, index)}>{String(index)}</a>,
        momentOf(voice, entry.time),
        entry.decided === undefined ? '' : momentOf(voice, entry.decided),
        String(versionOf(entry.declared) ?? ''),
        entry.model ?? '',
        (entry.marks ?? []).map((mark) => voice.say(`console/mark-${mark}`)).join(', '),
      ])}
      text={[1, 2, 4, 5]}
    />
  );
}

interface ListQuery {
  readonly before?: number | undefined;
  readonly version?: number | undefined;
  readonly until?: string | undefined;
}

const dayMs = 86_400_000;

async function listPage(call: Call, system: string, query: ListQuery) {
  const voice = voiceOf(call.language);
  const { state, ledger } = call.services;
  const versions = await listVersions(state, system);
  const newest = await findVersion(state, system);
  const { size } = await ledger.store.readLog();
  const until =
    query.until === undefined
      ? size
      : await entriesBefore(ledger, new Date(Date.parse(query.until) + dayMs).toISOString());
  const { decisions, next } = await pageOfDecisions(ledger, {
    system,
    before: Math.min(size, until, query.before ?? size),
    declared: versions.find(({ version }) => version === query.version)?.entry ?? null,
  });
  const version = query.version === undefined ? '' : String(query.version);
  const more = new URLSearchParams({ before: String(next), version });
  return shell(call, {
    title: voice.say('console/decisions'),
    at: '/decisions',
    crumbs: [
      ['/', voice.say('console/systems')],
      [`/systems/${system}`, titleOf(newest)],
    ],
    children: (
      <>
        <div class="filter">
          <Form action={`/systems/${system}/decisions`} token={null}>
            <Choice
              name="version"
              label={voice.say('console/of-version')}
              value={version}
              options={[
                ['', voice.say('console/any-version')],
                ...versions.map(
                  (one) =>
                    [String(one.version), voice.say('console/version', { version: one.version })] as const,
                ),
              ]}
            />
            <Field
              name="until"
              type="date"
              label={voice.say('console/until')}
              required={false}
              value={query.until ?? ''}
            />
            <Button label={voice.say('console/show')} />
          </Form>
        </div>
        {decisions.length === 0 ? (
          <p>{voice.say('console/no-decisions')}</p>
        ) : (
          <Decisions voice={voice} decisions={decisions} versions={versions} />
        )}
        {next === null ? (
          ''
        ) : (
          <p>
            <a href={`/systems/${system}/decisions?${more}`}>{voice.say('console/older')}</a>
          </p>
        )}
      </>
    ),
  });
}

/** What was looked at, beside what the log says. */
type Opened = Awaited<ReturnType<typeof openDecision>>;

const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

async function Personal({
  call,
  voice,
  opened,
}: {
  readonly call: Call;
  readonly voice: Voice;
  readonly opened: Opened;
}) {
  const nameOf = await actorNames(call.services, voice);
  const { index, recorded: _, inputs = {}, ...parts } = opened;
  const looks = await looksAt(call.services, [index]);
  return (
    <>
      <p class="done" role="status">
        {voice.say('console/looked')}
      </p>
      <Definitions
        entries={[...Object.entries(parts), ...Object.entries(inputs)].map(([name, value]) => [
          name,
          shownValue(value),
        ])}
      />
      <h2>{voice.say('console/looks')}</h2>
      <Table
        caption={voice.say('console/looks-caption')}
        head={(['when', 'by', 'why'] as const).map((one) => voice.say(`console/head-${one}`))}
        rows={looks.map((look) => [momentOf(voice, look.at), nameOf(look.by), look.why])}
        text={[0, 1, 2]}
      />
    </>
  );
}

function LookForm({
  call,
  voice,
  system,
  index,
}: {
  call: Call;
  voice: Voice;
  system: string;
  index: number;
}) {
  if (!mayFor(call.who, lookers, system)) return <p>{voice.say('console/look-not')}</p>;
  return (
    <Form action={`${pathOf(system, index)}/look`} token={call.formToken}>
      <Field name="why" label={voice.say('console/why')} hint={voice.say('console/why-hint')} />
      <Button label={voice.say('console/look')} />
    </Form>
  );
}

async function decisionPage(call: Call, system: string, index: number, opened: Opened | null) {
  const voice = voiceOf(call.language);
  const entry = await decisionAt(call, index);
  if (entry.system !== system)
    throw serverErrors.error('OMBUD_E_NO_DECISION', 'not-there', { index, system });
  const versions = await listVersions(call.services.state, system);
  const version = versions.find((one) => one.entry === entry.declared);
  const [key = ''] = call.services.ledger.trust.signing.map(formatVerifierKey);
  const facts: readonly (readonly [string, string])[] = [
    [voice.say('console/head-recorded'), momentOf(voice, entry.time)],
    ...(entry.decided === undefined
      ? []
      : [[voice.say('console/head-decided'), momentOf(voice, entry.decided)] as const]),
    ...(version === undefined ? [] : [[voice.say('console/head-version'), String(version.version)] as const]),
    ...(entry.model === undefined ? [] : [[voice.say('console/head-model'), entry.model] as const]),
    ...(entry.marks ?? []).map(
      (mark) => [voice.say('console/head-marks'), voice.say(`console/mark-${mark}`)] as const,
    ),
  ];
  return shell(call, {
    title: voice.say('console/decision', { index }),
    at: '/decisions',
    crumbs: [
      [`/systems/${system}`, system],
      [`/systems/${system}/decisions`, voice.say('console/decisions')],
    ],
    children: (
      <>
        <Definitions entries={facts} />
        <h2>{voice.say('console/receipt')}</h2>
        <p>
          {voice.say('console/receipt-how')}{' '}
          <a href={`/api/v1/log/entries/${index}/receipt`} download={`receipt-${index}.txt`}>
            {voice.say('console/receipt-download')}
          </a>
        </p>
        <CodeBox
          label={voice.say('console/record-verify')}
          text={verifyCommands(call.origin, String(index), key)}
        />
        <h2>{voice.say('console/personal')}</h2>
        {opened === null ? (
          <>
            <p>{voice.say('console/personal-how')}</p>
            <LookForm call={call} voice={voice} system={system} index={index} />
          </>
        ) : (
          await Personal({ call, voice, opened })
        )}
      </>
    ),
  });
}

async function personPage(call: Call, subject: string, reason: string) {
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

/** The routes. */
export const decisionPageRoutes: readonly Route[] = [
  route({
    id: 'decisions-page',
    method: 'GET',
    path: '/decisions',
    who: { roles: readers, scope: 'any' },
    gives: { kind: 'page' },
    handle: async (_, call) => page(findPage(call)),
  }),
  route({
    id: 'decision-by-entry',
    method: 'GET',
    path: '/decisions/entry',
    who: { roles: readers, scope: 'any' },
    query: z.strictObject({ index: indexText }),
    gives: { kind: 'page' },
    handle: async ({ query: { index } }, call) =>
      seeOther(pathOf((await decisionAt(call, index)).system, index)),
  }),
  route({
    id: 'decision-by-receipt',
    method: 'POST',
    path: '/decisions/receipt',
    who: { roles: readers, scope: 'any' },
    takes: 'form',
    body: z.strictObject({ receipt: z.string().min(1).max(mostReceipt) }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      const keys = call.services.ledger.trust.all.map(formatVerifierKey);
      // A form sends CR LF for each end of a line, and a receipt has LF alone.
      const { index } = await checkReceipt({ receipt: body.receipt.replaceAll('\r\n', '\n'), keys });
      return seeOther(pathOf((await decisionAt(call, index)).system, index));
    },
  }),
  route({
    id: 'decisions-by-person',
    method: 'POST',
    path: '/decisions/person',
    who: { roles: finders },
    takes: 'form',
    body: z.strictObject({ subject: z.string().min(1).max(1000), why }),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => page(await personPage(call, body.subject, body.why)),
  }),
  route({
    id: 'system-decisions-page',
    method: 'GET',
    path: '/systems/{system}/decisions',
    who: { roles: readers, where: ['same-system'] },
    params: systemParams,
    query: z.strictObject({
      before: indexText.optional(),
      version: z.union([z.literal('').transform(() => undefined), indexText]).optional(),
      until: z.union([z.literal('').transform(() => undefined), z.iso.date()]).optional(),
    }),
    gives: { kind: 'page' },
    handle: async ({ params, query }, call) => page(await listPage(call, params.system, query)),
  }),
  route({
    id: 'decision-page',
    method: 'GET',
    path: '/systems/{system}/decisions/{index}',
    who: { roles: readers, where: ['same-system'] },
    params: decisionParams,
    gives: { kind: 'page' },
    handle: async ({ params: { system, index } }, call) =>
      page(await decisionPage(call, system, index, null)),
  }),
  route({
    id: 'decision-look-form',
    method: 'POST',
    path: '/systems/{system}/decisions/{index}/look',
    who: { roles: lookers, where: ['same-system'] },
    params: decisionParams,
    takes: 'form',
    body: z.strictObject({ why }),
    gives: { kind: 'page' },
    handle: async ({ params: { system, index }, body }, call) => {
      const opened = await openDecision(call, system, index);
      await recordLook(call.services, call.who, {
        system,
        about: [index],
        parts: ['payload'],
        why: body.why,
      });
      return page(await decisionPage(call, system, index, opened));
    },
  }),
];
