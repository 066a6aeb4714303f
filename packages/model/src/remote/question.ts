import { decodeCell } from '../encode.ts';
import { modelErrors } from '../errors.ts';
import type { Asked, Question, RemoteProtocol } from './protocol.ts';

/**
 * The request of a protocol.
 * Sources: Open Inference Protocol, REST, version 2; MLflow 3, "Deploy models", /invocations.
 * @throws OMBUD_E_MODEL_COLUMNS/missing-value where the protocol has no way to say that a value is missing
 */
export function questionOf(protocol: RemoteProtocol, asked: Asked): Question {
  const base = asked.url.replace(/\/+$/, '');
  switch (protocol.kind) {
    case 'open-inference': {
      const version =
        protocol.version === undefined ? '' : `/versions/${encodeURIComponent(protocol.version)}`;
      return {
        url: `${base}/v2/models/${encodeURIComponent(protocol.model)}${version}/infer`,
        body: JSON.stringify({
          inputs: [
            {
              name: protocol.input ?? 'input-0',
              shape: [asked.rows.length, asked.features.length],
              datatype: protocol.datatype ?? 'FP64',
              data: asked.rows.flatMap((row) => wholeRow(row, asked)),
            },
          ],
          ...(protocol.output === undefined ? {} : { outputs: [{ name: protocol.output }] }),
        }),
      };
    }
    case 'mlflow':
      return {
        url: `${base}/invocations`,
        body: JSON.stringify({ dataframe_split: { columns: columnsOf(asked), data: cellsOf(asked) } }),
      };
    case 'plain':
      return { url: asked.url, body: JSON.stringify({ columns: columnsOf(asked), rows: cellsOf(asked) }) };
  }
}

const columnsOf = ({ features }: Asked): string[] => features.map(({ name }) => name);

/** Categories by their names, missing values as null. */
const cellsOf = ({ features, rows }: Asked): (string | number | null)[][] =>
  rows.map((row) => features.map((feature, at) => decodeCell(feature, row[at] ?? Number.NaN)));

function wholeRow(row: Float64Array, { features }: Asked): number[] {
  const missing = row.findIndex(Number.isNaN);
  if (missing >= 0) {
    const column = features[missing]?.name ?? '';
    throw modelErrors.error('OMBUD_E_MODEL_COLUMNS', 'missing-value', { column });
  }
  return [...row];
}
