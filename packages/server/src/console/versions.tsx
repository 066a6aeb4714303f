/** The versions of a system: who declared and approved each, and what changed, in words. */
import { changesOf, type DeclarationChange, documentText, type SystemVersion } from '@ombud/app';
import { Button, Fold, Form } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import { actorOf, mayFor } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { CodeBox } from './code-box.tsx';
import { approvers, declarers } from './declare.tsx';
import { momentOf } from './telling.ts';

const changeText = (voice: Voice, change: DeclarationChange): string =>
  voice.say(`console/member-${change.kind}`, { ...change });

interface VersionProps {
  readonly call: Call;
  readonly voice: Voice;
  readonly nameOf: (actor: string) => string;
  readonly version: SystemVersion;
  readonly before: SystemVersion | undefined;
}

function Acts({ call, voice, version }: VersionProps) {
  const { system, version: number, approved, retired, declaredBy } = version;
  const mayApprove =
    approved === null &&
    retired === null &&
    declaredBy !== actorOf(call.who) &&
    mayFor(call.who, approvers, system);
  const mayRetire = retired === null && mayFor(call.who, declarers, system);
  const about = voice.say('console/version', { version: number });
  return (
    <div class="row">
      {mayApprove ? (
        <Form action={`/systems/${system}/versions/${number}/approve`} token={call.formToken}>
          <Button label={voice.say('console/approve')} about={about} />
        </Form>
      ) : (
        ''
      )}
      {mayRetire ? (
        <Form action={`/systems/${system}/versions/${number}/retire`} token={call.formToken}>
          <Button label={voice.say('console/retire')} about={about} plain />
        </Form>
      ) : (
        ''
      )}
    </div>
  );
}

function Version(props: VersionProps) {
  const { voice, nameOf, version, before } = props;
  const { declared, declaredBy, approved, approvedBy, retired, entry, document } = version;
  const changes = before === undefined ? [] : changesOf(before.document, document);
  return (
    <>
      <h3>{voice.say('console/version', { version: version.version })}</h3>
      <p class="meta">
        {voice.say('console/declared-by', { by: nameOf(declaredBy), when: momentOf(voice, declared) })}{' '}
        {approved === null
          ? voice.say('console/not-approved')
          : voice.say('console/approved-by', {
              by: nameOf(approvedBy ?? ''),
              when: momentOf(voice, approved),
            })}{' '}
        {retired === null ? '' : voice.say('console/retired-on', { day: voice.day(retired) })}{' '}
        {voice.say('console/in-entry', { entry })}
      </p>
      {changes.length === 0 ? (
        ''
      ) : (
        <ul>
          {changes.map((change) => (
            <li>{changeText(voice, change)}</li>
          ))}
        </ul>
      )}
      <Acts {...props} />
      <Fold title={voice.say('console/declaration')}>
        <CodeBox label={voice.say('console/declaration')} text={documentText(document)} />
      </Fold>
    </>
  );
}

/** All versions, newest first. */
export function Versions({
  versions,
  ...rest
}: Omit<VersionProps, 'version' | 'before'> & { readonly versions: readonly SystemVersion[] }) {
  return (
    <div class="versions">
      {versions.map((version, i) => (
        <Version {...rest} version={version} before={versions[i + 1]} />
      ))}
    </div>
  );
}
