/** A person who enters the code of their letter and appeals, by HTTP alone and without script. */
import type { Visitor } from './visitor.ts';

/** A person who was told. */
export interface Addressed {
  readonly case: string;
  readonly code: string;
  /** What they know beside the code. */
  readonly second: string;
}

/** What a person says in an appeal. */
export interface Said {
  readonly facts: Readonly<Record<string, string>>;
  readonly words: string;
  /** A file that goes with it, as plain text. */
  readonly file: { readonly name: string; readonly text: string } | null;
  /** Why it comes after the time; empty where it does not. */
  readonly late: boolean;
}

/** A person enters by the code of the letter and answers question after question. */
export async function appealBy(
  who: Visitor,
  { code, second }: Addressed,
  { facts, words, file, late }: Said,
): Promise<void> {
  await who.get('/en/case');
  await who.post('/en/case/enter', { code, second });
  const at = '/en/case/appeal';
  await who.post(`${at}/grounds`, { grounds: ['wrong-facts'], do: 'go' });
  await who.post(`${at}/facts`, {
    ...Object.fromEntries(Object.entries(facts).map(([id, right]) => [`fact-${id}`, right])),
    do: 'go',
  });
  await who.post(`${at}/words`, { words, do: 'go' });
  const form = new FormData();
  form.set('do', 'go');
  if (file !== null) form.append('files', new File([file.text], file.name, { type: 'text/plain' }));
  await who.send(`${at}/files`, form);
  await who.post(`${at}/help`, { help: 'post', do: 'go' });
  if (late) await who.post(`${at}/late`, { late: 'no-good-reason', do: 'go' });
  const sent = await who.post(`${at}/check`, { do: 'go' });
  if (sent.path !== `${at}/sent`) throw new Error(`${sent.status} ${sent.path} ${sent.html.slice(0, 2000)}`);
}

/** Does the same for many, a few at a time. */
export async function eachOf<T>(
  list: readonly T[],
  work: (one: T) => Promise<unknown>,
  together = 8,
): Promise<void> {
  const left = [...list];
  await Promise.all(
    Array.from({ length: Math.min(together, list.length) }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}
