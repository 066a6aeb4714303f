// Makes version-0.1.0.db and its key with version 0.1.0 of Ombud, to try that later versions still open what it wrote:
//   node make-version-0.1.0.mjs PATH-TO-A-BUILT-COPY-OF-0.1.0 FOLDER
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [copy = '', folder = ''] = process.argv.slice(2);
const ombud = (...args) =>
  execFileSync(process.execPath, [join(copy, 'packages/cli/bin/ombud.mjs'), ...args], { encoding: 'utf8' });
const rows = join(folder, '..', 'rows.csv');
writeFileSync(
  rows,
  `id,granted,sex,income\n${Array.from({ length: 30 }, (_, i) => `person-${i},${i % 3 === 0 ? 'yes' : 'no'},${i % 2 === 0 ? 'F' : 'M'},${1000 + i}`).join('\n')}\n`,
);
ombud('ledger', 'init', folder, '--origin', 'example.org/old');
ombud(
  'ledger',
  'append',
  folder,
  rows,
  '--system',
  'loans',
  '--subject',
  'id',
  '--decision',
  'granted',
  '--attributes',
  'sex',
);
ombud('ledger', 'erase', folder, '--subject', 'person-4');
ombud('ledger', 'key', folder, '--rotate');
