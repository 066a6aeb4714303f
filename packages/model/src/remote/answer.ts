import { isFields } from '../read/fields.ts';
import type { RemoteProtocol } from './protocol.ts';

/**
 * The numbers of an answer, row by row.
 * @returns null where the answer does not have as many rows of as many finite numbers as it must
 */
export function answersOf(
  protocol: RemoteProtocol,
  answer: unknown,
  rows: number,
  outputs: number,
): readonly Float64Array[] | null {
  const numbers = flat(
    protocol.kind === 'open-inference' ? tensorOf(protocol.output, answer) : predictionsOf(answer),
  );
  if (numbers === null || numbers.length !== rows * outputs) return null;
  return Array.from({ length: rows }, (_, at) =>
    Float64Array.from(numbers.slice(at * outputs, (at + 1) * outputs)),
  );
}

function tensorOf(name: string | undefined, answer: unknown): unknown {
  if (!isFields(answer) || !Array.isArray(answer.outputs)) return null;
  const tensors = (answer.outputs as unknown[]).filter(isFields);
  return (name === undefined ? tensors[0] : tensors.find((tensor) => tensor.name === name))?.data;
}

const predictionsOf = (answer: unknown): unknown => (isFields(answer) ? answer.predictions : answer);

/** Numbers, or lists of numbers, in their order. */
function flat(value: unknown): readonly number[] | null {
  if (!Array.isArray(value)) return null;
  const numbers = (value as unknown[]).flat();
  return numbers.every((each) => typeof each === 'number' && Number.isFinite(each))
    ? (numbers as number[])
    : null;
}
