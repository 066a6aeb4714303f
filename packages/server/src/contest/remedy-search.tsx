/** What a remedy stands for: whom it finds, what it pays, and who is for it; shown to whoever is to approve it. */
import { carriedInto } from '@ombud/app';
import { type FieldCondition, type MatterOf, type NamedSearch, namedSearch } from '@ombud/contest';
import type { Money } from '@ombud/kernel';
import { Definitions } from '@ombud/ui';
import { type Voice, visible } from '@ombud/words';
import type { ServerDesk } from './desk.ts';

type Remedy = MatterOf<'remedy'>;

const condition = ({ field, is, value }: FieldCondition, voice: Voice): string =>
  voice.say(`contest-page/condition-${is}`, { field: visible(field), value: visible(String(value)) });

/** What of the flat sum of a remedy was ordered for its people before. */
export const carriedTo = async ({ state }: ServerDesk, { id, data: { flat } }: Remedy) =>
  flat === null ? { people: 0, minor: 0 } : carriedInto(state, id, flat);

/** The newest search of a remedy in words, with its sums. */
export function Search({
  remedy: { data },
  carried,
  voice,
  nameOf,
}: {
  readonly remedy: Remedy;
  readonly carried: { readonly people: number; readonly minor: number };
  readonly voice: Voice;
  readonly nameOf: (actor: string) => string;
}) {
  const { query, queryDigest, queryVersion, search, people, flat, approvers } = data;
  const say = (key: string, params = {}) => voice.say(`contest-page/${key}` as 'contest-page/case', params);
  const count = (n: number) => say('count', { n });
  const none = say('remedy-none');
  const totals = (sum: Money): readonly (readonly [string, string])[] => {
    const money = (minor: number) => voice.money({ ...sum, minor });
    return [
      [say('remedy-total'), money(sum.minor * people - carried.minor)],
      ...(carried.people === 0
        ? []
        : [
            [
              say('remedy-carried'),
              say('remedy-carried-is', { n: carried.people, sum: money(carried.minor) }),
            ] as const,
          ]),
    ];
  };
  return (
    <>
      <h3>{say('remedy-stands')}</h3>
      <Definitions
        entries={[
          [
            say('remedy-finds'),
            query === null ? none : query.all.map((one) => condition(one, voice)).join('; '),
          ],
          [say('remedy-search'), count(search)],
          [
            say('remedy-query'),
            queryDigest === null
              ? none
              : say('remedy-query-is', {
                  name: visible(query?.name ?? ''),
                  version: queryVersion ?? 0,
                  digest: queryDigest,
                }),
          ],
          [say('remedy-people'), count(people)],
          [say('remedy-flat'), flat === null ? say('remedy-no-flat') : voice.money(flat)],
          ...(flat === null ? [] : totals(flat)),
          [say('remedy-supporters'), approvers.length === 0 ? none : approvers.map(nameOf).join(', ')],
        ]}
      />
    </>
  );
}

/** What the form of an opinion on a remedy carries, so that it is one on what its page shows. */
export function NamesSearch({ remedy }: { readonly remedy: Remedy }) {
  const { flat, digest, ...names } = namedSearch(remedy);
  const fields = { ...names, digest: digest ?? '', minor: flat?.minor ?? '', currency: flat?.currency ?? '' };
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
    </>
  );
}

/** The search that a form names; whether it is the newest, the move asks. */
export function readNames(form: Readonly<Record<string, string>>): NamedSearch {
  const { remedy = '', search, digest = '', people, minor = '', currency = '' } = form;
  return {
    remedy,
    search: Number(search),
    digest: digest === '' ? null : digest,
    people: Number(people),
    flat: minor === '' ? null : { minor: Number(minor), currency },
  };
}
