/**
 * Schemathesis, which is not ours, reads the document of the API and asks a running server by it, as nobody and as each role:
 * no fault, and every answer as the document says.
 *
 *   python3 -m venv ~/schemathesis && ~/schemathesis/bin/pip install schemathesis==4.32.5
 *   OMBUD_SLOW=1 OMBUD_SCHEMATHESIS=~/schemathesis/bin/schemathesis npx vitest run packages/server/src/http/schemathesis.slow.test.ts
 *
 * `OMBUD_EXAMPLES`: requests an operation of its random part, for each role.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fsck } from '@ombud/ledger';
import { expect, test } from 'vitest';
import { livingWorld } from '../../test/fuzz/living.ts';
import { keyTextOf, temporaryFolder } from '../../test/world.ts';
import { type Role, roles } from '../access/roles.ts';

const run = promisify(execFile);
const command = process.env['OMBUD_SCHEMATHESIS'] ?? 'schemathesis';
const examples = process.env['OMBUD_EXAMPLES'] ?? '10';
const minutes = 60_000;

const isThere = await run(command, ['--version']).then(
  () => true,
  () => false,
);
if (!isThere) process.stderr.write('No schemathesis here: the document of the API is not tested by it.\n');

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
];

/** What it found, as it says it; empty where all is well. Each limit of each schema is tried by one role, which may the most. */
async function foundBy(url: string, role: Role | null, key: string | null): Promise<string> {
  const phases = role === 'administrator' ? 'examples,coverage,fuzzing' : 'examples,fuzzing';
  const flags = [
    ...['run', `${url}/openapi.json`, '--phases', phases],
    ...['--checks', checks.join(','), '--max-examples', examples, '--seed', '11'],
    ...['--continue-on-failure', '--no-color'],
    // It never ends.
    ...['--exclude-operation-id', 'log-follow', '--request-timeout', '30'],
    ...(key === null ? [] : ['--header', `Authorization: Bearer ${key}`]),
  ];
  return run(command, flags, { cwd: temporaryFolder(), maxBuffer: 64 * 1024 * 1024 }).then(
    () => '',
    (error: { readonly stdout: string; readonly stderr: string }) => `${error.stdout}${error.stderr}`,
  );
}

test.skipIf(!isThere)(
  'schemathesis finds no fault, and every answer as the document says, as nobody and as each role',
  { timeout: 120 * minutes },
  async () => {
    const { running } = await livingWorld();
    const found: Record<string, string> = {};
    for (const role of [null, ...roles] as readonly (Role | null)[]) {
      const key = role === null ? null : await keyTextOf(running, role);
      found[role ?? 'nobody'] = await foundBy(running.url, role, key);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((role) => [role, ''])));
    expect((await fsck(running.services.ledger, { threads: 0 })).problem).toBeNull();
  },
);
