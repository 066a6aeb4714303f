/** Where else in the log the people of a page are: asked for once a page, since a database that is far away takes its time. */
import type { Writer } from '@ombud/ledger';

/** Entries about a person before one of the page, the newest first. */
export type Earlier = (subject: string, index: number) => Promise<readonly number[]>;

/** Looks for everybody of a page at once, as soon as one of them is asked for. */
export function earlierOf(
  { ledger: { store }, tokens }: Pick<Writer, 'ledger' | 'tokens'>,
  page: readonly { readonly index: number; readonly payload: { readonly body: string } | null }[],
): Earlier {
  const find = () => {
    const people = new Set(page.flatMap(({ payload }) => (payload === null ? [] : subjectIn(payload.body))));
    return store.findSubjects([...people].map((one) => tokens.subject(one)));
  };
  let found: ReturnType<typeof find> | null = null;
  return async (subject, index) => {
    found ??= find();
    const all = (await found).get(tokens.subject(subject)) ?? [];
    return all.filter((one) => one < index).reverse();
  };
}

/** Whether the body is what its entry commits to is asked elsewhere: one that was changed may hold anything. */
function subjectIn(body: string): readonly string[] {
  try {
    const read = JSON.parse(body) as { readonly subject?: unknown } | null;
    return typeof read?.subject === 'string' ? [read.subject] : [];
  } catch {
    return [];
  }
}
