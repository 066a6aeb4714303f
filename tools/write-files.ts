// Writes every file anew that is written from another place of the repository: npm run write
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, writtenFiles } from './written-files.ts';

for (const [file, text] of Object.entries(await writtenFiles())) writeFileSync(join(root, file), text);
