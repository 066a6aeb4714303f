/** Where else in the log the people of a page are: asked for once a page, since a database that is far away takes its time. */
import { subjectOf, type Writer } from '@ombud/ledger';

/** Entries about a person before one of the page, the newest first. */
export type Earlier = (subject: string, index: number) => Promise<readonly number[]>;

/** Looks for everybody of a page at once, as soon as one of them is asked for. */
export function earlierOf(
  { ledger: { store }, tokens }: Pick<Writer, 'ledger' | 'tokens'>,
  page: readonly { readonly index: number; readonly payload: { readonly body: string } | null }[],
): Earlier {
  const find = () => {
    const people = new Set(
      page.flatMap(({ payload }) => (payload === null ? [] : (subjectOf(payload.body) ?? []))),
    );
    return store.findSubjects([...people].map((one) => tokens.subject(one)));
  };
  let found: ReturnType<typeof find> | null = null;
  return async (subject, index) => {
    found ??= find();
    const all = (await found).get(tokens.subject(subject)) ?? [];
    return all.filter((one) => one < index).reverse();
  };
}
