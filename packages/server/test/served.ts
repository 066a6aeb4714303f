/**
 * A server in a process of its own, that a test can kill: `served.ts FOLDER PORT`. It declares the loans of the tests and
 * prints its address once it answers; where a role is named, a key of it too.
 */
import { declareSystem } from '@ombud/app';
import { makeKey } from '../src/access/keys.ts';
import { roles } from '../src/access/roles.ts';
import { serve } from '../src/index.ts';
import { loans } from './declarations.ts';

const [folder = '', port = '0', want] = process.argv.slice(2);
const role = roles.find((one) => one === want);
const running = await serve({ folder, host: '127.0.0.1', port: Number(port), withoutLimits: true });
const { services } = running;
let key = '';
if (role !== undefined) {
  await declareSystem(services.state, 'loans', loans, { by: 'test', now: Date.now });
  const by = { kind: 'key' as const, id: 'test', name: 'test', grants: [] };
  key = (await makeKey(services, by, { name: 'load', role, system: null, expires: null })).key;
}
process.stdout.write(`${JSON.stringify({ url: running.url, key })}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void running.close().then(() => process.exit()));
