/** People: who may what, invitations, and the log of acts and looks. */
import { parseEntry } from '@ombud/ledger';
import { Button, Form, Table } from '@ombud/ui';
import { hasWords, say, type Voice, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { type Account, changeAccount, listAccounts } from '../access/accounts.ts';
import { invite } from '../access/invitations.ts';
import { newestLooks } from '../access/looks.ts';
import type { Grant } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { CodeBox } from './code-box.tsx';
import { grantText, roleBody, roleFields } from './role-fields.tsx';
import { shell } from './shell.tsx';
import { actorNames, momentOf } from './telling.ts';

const administrator = { roles: ['administrator'] } as const;
const accountParams = z.strictObject({ account: z.uuid() });
const mostShown = 100;

const grantsText = (voice: Voice, { grants, disabled }: Account): string =>
  [
    ...(disabled ? [voice.say('console/disabled')] : []),
    ...(grants.length === 0
      ? [voice.say('console/may-nothing')]
      : grants.map((one) => grantText(voice, one))),
  ].join('; ');

async function peoplePage(call: Call, link: string | null) {
  const voice = voiceOf(call.language);
  const accounts = await listAccounts(call.services);
  return shell(call, {
    title: voice.say('console/people'),
    at: '/people',
    children: (
      <>
        {link === null ? (
          ''
        ) : (
          <div class="done" role="status">
            <p>{voice.say('console/invitation-once')}</p>
            <CodeBox label={voice.say('console/invitation')} text={link} />
          </div>
        )}
        <Table
          caption={voice.say('console/people-caption')}
          head={(['name', 'may', 'factor', 'made'] as const).map((one) => voice.say(`console/head-${one}`))}
          rows={accounts.map((account) => [
            <a href={`/people/${account.id}`}>{account.name}</a>,
            grantsText(voice, account),
            voice.say(account.secondFactor ? 'console/yes' : 'console/no'),
            voice.day(account.made),
          ])}
          text={[0, 1, 2, 3]}
        />
        <h2>{voice.say('console/invite')}</h2>
        <Form action="/people/invite" token={call.formToken}>
          {await roleFields(call.services, voice, 'auditor')}
          <Button label={voice.say('console/invite-do')} />
        </Form>
      </>
    ),
  });
}

async function accountOf({ services }: Call, id: string): Promise<Account> {
  const account = (await listAccounts(services)).find((one) => one.id === id);
  if (account === undefined) throw serverErrors.error('OMBUD_E_NO_ACCOUNT', 'account', { id });
  return account;
}

function TakeAway({
  call,
  voice,
  account,
}: {
  readonly call: Call;
  readonly voice: Voice;
  readonly account: Account;
}) {
  if (account.grants.length === 0) return <p>{voice.say('console/may-nothing')}</p>;
  return (
    <ul>
      {account.grants.map((grant) => (
        <li>
          <div class="row">
            {grantText(voice, grant)}
            <Form action={`/people/${account.id}`} token={call.formToken}>
              <input type="hidden" name="change" value="take" />
              <input type="hidden" name="role" value={grant.role} />
              <input type="hidden" name="system" value={grant.system ?? ''} />
              <Button label={voice.say('console/take-away')} about={grantText(voice, grant)} plain />
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

async function personPage(call: Call, account: Account) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: account.name,
    at: '/people',
    crumbs: [['/people', voice.say('console/people')]],
    children: (
      <>
        {account.disabled ? <p class="warn">{voice.say('console/disabled')}</p> : ''}
        <h2>{voice.say('console/head-may')}</h2>
        <TakeAway call={call} voice={voice} account={account} />
        <h2>{voice.say('console/give-role')}</h2>
        <Form action={`/people/${account.id}`} token={call.formToken}>
          <input type="hidden" name="change" value="give" />
          {await roleFields(call.services, voice, 'auditor')}
          <Button label={voice.say('console/give-role-do')} />
        </Form>
        <h2>{voice.say('console/log-in-right')}</h2>
        <p>{voice.say(account.disabled ? 'console/enable-how' : 'console/disable-how')}</p>
        <Form action={`/people/${account.id}`} token={call.formToken}>
          <input type="hidden" name="change" value={account.disabled ? 'enable' : 'disable'} />
          <Button label={voice.say(account.disabled ? 'console/enable' : 'console/disable')} />
        </Form>
      </>
    ),
  });
}

const changeBody = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('give'), ...roleBody }),
  z.strictObject({ change: z.literal('take'), ...roleBody }),
  z.strictObject({ change: z.literal('disable') }),
  z.strictObject({ change: z.literal('enable') }),
]);

/** What an account may after a change. */
function changed({ grants, disabled }: Account, change: z.output<typeof changeBody>) {
  const without = ({ role, system }: Grant): readonly Grant[] =>
    grants.filter((one) => one.role !== role || one.system !== system);
  switch (change.change) {
    case 'give':
      return { disabled, grants: [...without(change), { role: change.role, system: change.system }] };
    case 'take':
      return { disabled, grants: without(change) };
    case 'disable':
    case 'enable':
      return { disabled: change.change === 'disable', grants };
  }
}

const actText = (call: Call, act: string): string =>
  hasWords(`act/${act}`) ? say(call.language, `act/${act}`) : act;

async function actsPage(call: Call) {
  const voice = voiceOf(call.language);
  const { services } = call;
  const { store } = services.ledger;
  const nameOf = await actorNames(services, voice);
  const { size } = await store.readLog();
  const acts = (await store.readEntriesOfKind('act', 0, size)).slice(-mostShown).reverse();
  const looks = await newestLooks(services, mostShown);
  return shell(call, {
    title: voice.say('console/acts'),
    at: '/acts',
    children: (
      <>
        <p>{voice.say('console/acts-how')}</p>
        <h2>{voice.say('console/looks')}</h2>
        {looks.length === 0 ? (
          <p>{voice.say('console/no-looks')}</p>
        ) : (
          <Table
            caption={voice.say('console/looks-newest')}
            head={(['when', 'by', 'entry', 'parts', 'why'] as const).map((one) =>
              voice.say(`console/head-${one}`),
            )}
            rows={looks.map((look) => [
              momentOf(voice, look.at),
              nameOf(look.by),
              String(look.about),
              look.parts.join(', '),
              look.why,
            ])}
            text={[0, 1, 3, 4]}
          />
        )}
        <h2>{voice.say('console/acts-only')}</h2>
        {acts.length === 0 ? (
          <p>{voice.say('console/no-acts')}</p>
        ) : (
          <Table
            caption={voice.say('console/acts-newest')}
            head={(['when', 'by', 'act', 'system', 'entry'] as const).map((one) =>
              voice.say(`console/head-${one}`),
            )}
            rows={acts.flatMap(({ index, entry }) => {
              const read = parseEntry(entry);
              if (read?.kind !== 'act') return [];
              return [
                [
                  momentOf(voice, read.time),
                  nameOf(read.by),
                  actText(call, read.act),
                  read.system ?? '',
                  String(index),
                ],
              ];
            })}
            text={[0, 1, 2, 3]}
          />
        )}
      </>
    ),
  });
}

/** The routes. */
export const peoplePageRoutes: readonly Route[] = [
  route({
    id: 'people-page',
    method: 'GET',
    path: '/people',
    who: administrator,
    gives: { kind: 'page' },
    handle: async (_, call) => page(await peoplePage(call, null)),
  }),
  route({
    id: 'invite-form',
    method: 'POST',
    path: '/people/invite',
    who: administrator,
    takes: 'form',
    body: z.strictObject(roleBody),
    gives: { kind: 'page' },
    handle: async ({ body }, call) => {
      const token = await invite(call.services, call.who, body);
      return page(await peoplePage(call, `${call.origin}/setup?token=${token}`));
    },
  }),
  route({
    id: 'person-page',
    method: 'GET',
    path: '/people/{account}',
    who: administrator,
    params: accountParams,
    gives: { kind: 'page' },
    handle: async ({ params }, call) => page(await personPage(call, await accountOf(call, params.account))),
  }),
  route({
    id: 'person-change',
    method: 'POST',
    path: '/people/{account}',
    who: administrator,
    params: accountParams,
    takes: 'form',
    body: changeBody,
    gives: { kind: 'page' },
    handle: async ({ params, body }, call) => {
      const account = await accountOf(call, params.account);
      await changeAccount(call.services, call.who, account.id, changed(account, body));
      return seeOther(`/people/${account.id}`);
    },
  }),
  route({
    id: 'acts-page',
    method: 'GET',
    path: '/acts',
    who: { roles: ['administrator', 'auditor'] },
    gives: { kind: 'page' },
    handle: async (_, call) => page(await actsPage(call)),
  }),
];
