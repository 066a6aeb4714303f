/** One decision: what the log says of it and, to whoever gave a reason, what is personal. */
import { listVersions } from '@ombud/app';
import type { Entry } from '@ombud/contract';
import { parseEntry } from '@ombud/ledger';
import { formatVerifierKey } from '@ombud/tlog';
import { Button, Definitions, Field, Form, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import { looksAt } from '../access/looks.ts';
import { mayFor } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { openDecision } from '../recording/open-decision.ts';
import { CodeBox } from './code-box.tsx';
import { lookers } from './decision-roles.ts';
import { verifyCommands } from './record-how.ts';
import { shell } from './shell.tsx';
import { actorNames, momentOf } from './telling.ts';

type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** Where a decision is shown. */
export const decisionPath = (system: string, index: number): string =>
  `/systems/${system}/decisions/${index}`;

/** The decision of an entry. @throws OmbudError `OMBUD_E_NO_DECISION` */
export async function decisionAt({ services: { ledger } }: Call, index: number): Promise<DecisionEntry> {
  const { size } = await ledger.store.readLog();
  const entry = index < size ? parseEntry(await ledger.store.readEntry(index)) : null;
  if (entry?.kind !== 'decision') throw serverErrors.error('OMBUD_E_NO_DECISION', 'no-decision', { index });
  return entry;
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
    <Form action={`${decisionPath(system, index)}/look`} token={call.formToken}>
      <Field name="why" label={voice.say('console/why')} hint={voice.say('console/why-hint')} />
      <Button label={voice.say('console/look')} />
    </Form>
  );
}

/** @param opened what is personal; null until a reason was given */
export async function decisionPage(call: Call, system: string, index: number, opened: Opened | null) {
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
