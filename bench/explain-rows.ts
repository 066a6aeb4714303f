// Our part of the bench of explanations, a process of its own: MODEL ROWS.f64 COUNT BACKGROUND (0 is path-dependent).
// It prints what explain_rows.py prints, and how long the model took to load in this fresh process.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { interventional, pathDependent } from '@ombud/explain';
import { loadModel } from '@ombud/model';

const [, , modelFile = '', rowsFile = '', count = '0', others = '0'] = argv;
const bytes = readFileSync(modelFile);
const beforeLoading = process.cpuUsage();
const started = performance.now();
const model = loadModel(bytes);
const loadMs = performance.now() - started;
const loading = process.cpuUsage(beforeLoading);
if (model.kind !== 'trees') throw new Error('a tree ensemble is needed');

const data = readFileSync(rowsFile);
const numbers = new Float64Array(data.buffer, data.byteOffset, data.byteLength / 8);
const width = model.features.length;
const rowAt = (at: number): Float64Array => numbers.slice(at * width, (at + 1) * width);
const rows = Array.from({ length: Number(count) }, (_, at) => rowAt(at));
// The background stands at the end of the file.
const last = numbers.length / width;
const background = Array.from({ length: Number(others) }, (_, at) => rowAt(last - 1 - at));
const explainer = background.length === 0 ? pathDependent(model) : interventional(model, background);

explainer.explain(rows.slice(0, 200));
const before = process.cpuUsage();
explainer.explain(rows);
const { user, system } = process.cpuUsage(before);

const one = rows.slice(0, 200).map((row) => {
  const start = performance.now();
  explainer.explain([row]);
  return performance.now() - start;
});
one.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    rows: rows.length,
    cpuSeconds: (user + system) / 1e6,
    oneRowMs: one[Math.floor(one.length / 2)],
    loadMs,
    loadCpuMs: (loading.user + loading.system) / 1000,
  }),
);
