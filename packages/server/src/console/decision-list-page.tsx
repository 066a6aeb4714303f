/** The decisions of a system, by version and time. */
import { findVersion, listVersions, type SystemVersion } from '@ombud/app';
import { Button, Choice, Field, Form, Table } from '@ombud/ui';
import { type Voice, voiceOf } from '@ombud/words';
import type { Call } from '../http/call.ts';
import { entriesBefore, type ListedDecision, pageOfDecisions } from './decision-list.ts';
import { decisionPath } from './decision-page.tsx';
import { shell } from './shell.tsx';
import { momentOf, titleOf } from './telling.ts';

/** What the log says of some decisions, as a table. */
export function Decisions({
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
        <a href={decisionPath(entry.system, index)}>{String(index)}</a>,
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

/** The decisions of a system, those of a version or until a day. */
export async function decisionListPage(call: Call, system: string, query: ListQuery) {
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
