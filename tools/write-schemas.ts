// Writes the JSON Schemas that @ombud/contract publishes: node --conditions=source tools/write-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '@ombud/contract';

for (const [file, text] of Object.entries(schemaFiles()))
  writeFileSync(join(import.meta.dirname, '..', 'packages', 'contract', 'schema', file), text);
