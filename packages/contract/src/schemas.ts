import { z } from 'zod';
import { baselineSchema } from './baseline.ts';
import { changeSchema } from './change.ts';
import { configSchema } from './declaration.ts';
import { entryJsonSchema } from './entry-json-schema.ts';
import { explanationSchema } from './explanation.ts';
import { openSchema } from './open-schema.ts';
import { resultSchema } from './result/result.ts';

const published = (
  schema: z.ZodType,
  id: string,
  title: string,
  io: 'input' | 'output',
  shape: (schema: object) => object = (closed) => closed,
): string => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return `${JSON.stringify({ $schema, $id: `urn:ombud:${id}`, title, ...shape(rest) }, null, 2)}\n`;
};

/** The JSON Schemas (draft 2020-12) that the package publishes: file name in `schema/` and text. */
export const schemaFiles = (): Readonly<Record<string, string>> => ({
  'result.json': published(resultSchema, 'result@2', 'Result of an audit by Ombud', 'output', openSchema),
  'baseline.json': published(baselineSchema, 'baseline@1', 'Known failures of a system, by Ombud', 'input'),
  'change.json': published(changeSchema, 'change@1', 'What changed between two audits by Ombud', 'output'),
  'entry.json': `${JSON.stringify(entryJsonSchema(), null, 2)}\n`,
  'explanation.json': published(
    explanationSchema,
    'explanation@1',
    'Explanation of a decision by Ombud',
    'output',
  ),
  'ombud-yaml.json': published(configSchema, 'ombud-yaml', 'Declaration of a system: ombud.yaml', 'input'),
});
