// Writes the JSON Schemas that @ombud/audit publishes: node --conditions=source tools/write-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '../packages/audit/src/schemas.ts';

for (const [file, text] of Object.entries(schemaFiles()))
  writeFileSync(join(import.meta.dirname, '..', 'packages', 'audit', 'schema', file), text);
