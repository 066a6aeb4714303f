import { inOrder } from './in-order.ts';
import type { StoreReader } from './store.ts';

type Translate = (error: unknown) => Error;
type Method = (...args: readonly unknown[]) => Promise<unknown> | AsyncIterable<unknown>;

async function* guardIterable(items: AsyncIterable<unknown>, translate: Translate): AsyncGenerator<unknown> {
  try {
    yield* items;
  } catch (error) {
    throw translate(error);
  }
}

const isIterable = (result: object): result is AsyncIterable<unknown> => Symbol.asyncIterator in result;

/** A reader whose errors are ours: what the database throws is translated, whatever was asked; and no row of its pages comes twice. */
export function guardedReader(reader: StoreReader, translate: Translate): StoreReader {
  const guard =
    (method: Method): Method =>
    (...args) => {
      const result = method(...args);
      if (isIterable(result)) return guardIterable(result, translate);
      return result.catch((error) => {
        throw translate(error);
      });
    };
  const readPages: StoreReader['readPages'] = (first, end, wanted) =>
    inOrder(reader.readPages(first, end, wanted), first);
  const methods = Object.entries({ ...reader, readPages }).map(([name, method]) => [
    name,
    guard(method as Method),
  ]);
  return Object.fromEntries(methods) as StoreReader;
}
