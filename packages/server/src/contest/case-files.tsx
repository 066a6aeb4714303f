/** Files that came with an appeal: whoever may see its papers may have them, once a scanner has called them clean. */
import { contest, openFile } from '@ombud/app';
import { contestErrors } from '@ombud/contest';
import { Table } from '@ombud/ui';
import { type Voice, visible } from '@ombud/words';
import { z } from 'zod';
import { recordLook } from '../access/looks.ts';
import type { Role } from '../access/roles.ts';
import { text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { deskOf } from './desk.ts';
import { caseIn } from './move-as.ts';
import { papersOf } from './papers.ts';
import { caseParams } from './schemas.ts';

const readers: readonly Role[] = ['operator', 'reviewer', 'clerk'];
/** Whatever a file holds, it runs nothing here. */
const filePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The files of a case, by what they are called. */
export const filesIn = ({ state }: Services, id: string) =>
  state
    .of(contest)
    .selectFrom('contest_files')
    .select(['id', 'name', 'type', 'size', 'scan'])
    .where('case_id', '=', id)
    .orderBy('stored')
    .execute();

/** The list on the page of a case. */
export function Files(props: {
  readonly files: Awaited<ReturnType<typeof filesIn>>;
  readonly path: string;
  readonly voice: Voice;
}) {
  const { files, path, voice } = props;
  if (files.length === 0) return null;
  return (
    <Table
      caption={voice.say('contest-page/files')}
      head={(['file-name', 'file-type', 'file-size', 'head-state'] as const).map((name) =>
        voice.say(`contest-page/${name}`),
      )}
      rows={files.map(({ id, name, type, size, scan }) => [
        scan === 'clean' ? (
          <a href={`${path}/files/${id}`} download>
            <bdi>{visible(name)}</bdi>
          </a>
        ) : (
          <bdi>{visible(name)}</bdi>
        ),
        type,
        voice.count(size),
        voice.say(`contest-page/scan-${scan as 'waiting'}`),
      ])}
      text={[0, 1, 3]}
    />
  );
}

/** A name that no header and no file system can misread. */
const plainName = (name: string): string => name.replace(/[^\w.-]+/g, '_').slice(-100) || 'file';

/** The download. */
export const caseFileRoute: Route = route({
  id: 'case-file',
  ofPage: true,
  method: 'GET',
  path: '/systems/{system}/cases/{case}/files/{file}',
  who: { roles: readers, where: ['same-system'] },
  params: caseParams.extend({ file: z.string().max(64).describe('The file') }),
  gives: { kind: 'text', type: 'application/octet-stream' },
  handle: async ({ params }, call) => {
    const { services, who } = call;
    const desk = await deskOf(services);
    const loaded = await caseIn(desk, params.system, params.case);
    const { row } = loaded;
    const missing = () =>
      contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-matter', { case: row.id, machine: 'file' });
    if ((await papersOf(call, desk, loaded)) === null) throw missing();
    const file = await openFile(services.state, { case: row.id, id: params.file });
    if (file === null) throw missing();
    await recordLook(services, who, {
      system: row.system,
      about: [row.decision],
      parts: ['files'],
      why: 'appeal',
    });
    return text(file.type, new Uint8Array(file.bytes), {
      headers: {
        'content-disposition': `attachment; filename="${plainName(file.name)}"`,
        'content-security-policy': filePolicy,
      },
    });
  },
});
