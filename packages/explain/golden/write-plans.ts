// Writes heloc-plans.json: the plans that the two libraries are asked to score (heloc_like.py score).
// node --conditions=source packages/explain/golden/write-plans.ts
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { helocPlans } from './heloc-plans.ts';

const plans = { lightgbm: await helocPlans('lightgbm'), xgboost: await helocPlans('xgboost') };
const { columns } = plans.lightgbm;
const rows = (of: typeof plans.lightgbm) =>
  of.plans.map(({ row }) => ({ row: [...row].map((x) => (Number.isNaN(x) ? null : x)) }));
await writeFile(
  join(import.meta.dirname, 'heloc-plans.json'),
  JSON.stringify({ columns, lightgbm: rows(plans.lightgbm), xgboost: rows(plans.xgboost) }),
);
