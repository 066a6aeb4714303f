/** The index of subjects for entries of version 0.1.0, which had none. */
import type { Tokens } from '../secrets.ts';
import type { Store } from '../store/store.ts';

/** Brings the index of subjects up to the log; it does nothing for a ledger that this version made. */
export async function indexOldSubjects(store: Store, tokens: Tokens): Promise<void> {
  const { size, indexed } = await store.readLog();
  let from = indexed;
  for await (const page of store.readPages(indexed, size, { payloads: true, attributes: false })) {
    const subjects = page.flatMap(({ index, payload }) => {
      const subject = payload === null ? null : subjectOf(payload.body);
      return subject === null ? [] : [{ index, token: tokens.subject(subject) }];
    });
    const end = (page.at(-1)?.index ?? from) + 1;
    await store.indexSubjects(from, end, subjects);
    from = end;
  }
}

/**
 * Whom a payload names; null where it names nobody. Whether the body is what its entry commits to is asked elsewhere: one that was
 * changed may hold anything.
 */
export function subjectOf(body: string): string | null {
  try {
    const { subject } = JSON.parse(body) as { readonly subject?: unknown };
    return typeof subject === 'string' ? subject : null;
  } catch {
    return null;
  }
}
