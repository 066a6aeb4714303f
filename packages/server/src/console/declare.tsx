/** Declaring a system by a form, approving a version and retiring it. */
import {
  approveVersion,
  declareSystem,
  documentText,
  findVersion,
  readDocument,
  retireVersion,
} from '@ombud/app';
import { Button, Form, TextArea } from '@ombud/ui';
import { voiceOf } from '@ombud/words';
import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { page, seeOther } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { doingOf } from '../systems/doing.ts';
import { systemParam, systemParams, versionParams } from '../systems/schemas.ts';
import { shell } from './shell.tsx';

/** Whoever may declare and retire. */
export const declarers: readonly Role[] = ['administrator', 'operator'];
/** Whoever may approve, where they did not declare. */
export const approvers: readonly Role[] = ['administrator', 'operator', 'auditor'];

const rows = 22;
const mostText = 200_000;

const example = `system: loans
title: Small loans
purpose: Decide whether to offer a small loan
owner:
  name: Credit risk team
  contact: credit-risk@example.org
data:
  decision: { column: approved, positive: ["yes"] }
  favourable: positive
  groups: [sex]
inputs:
  - { name: income, type: number }
policy:
  use: [us-four-fifths]
`;

function declarePage(call: Call, action: string, text: string, system: string | null) {
  const voice = voiceOf(call.language);
  return shell(call, {
    title: system === null ? voice.say('console/declare') : voice.say('console/declare-anew', { system }),
    at: '/',
    crumbs: [
      ['/', voice.say('console/systems')],
      ...(system === null ? [] : ([[`/systems/${system}`, system]] as const)),
    ],
    children: (
      <div class="wide">
        <p>{voice.say('console/declare-how')}</p>
        <Form action={action} token={call.formToken}>
          <TextArea
            name="declaration"
            label={voice.say('console/declaration')}
            hint={voice.say('console/declaration-hint')}
            rows={rows}
            value={text}
          />
          <Button label={voice.say('console/declare-do')} />
        </Form>
      </div>
    ),
  });
}

const declarationBody = z.strictObject({ declaration: z.string().min(1).max(mostText) });

/** Declares what a text says. A path of one system takes a declaration of that system alone. */
async function declare(call: Call, text: string, only: string | null) {
  const document = readDocument(text);
  const { system } = document;
  const named = systemParam.safeParse(system);
  if (!named.success || (only !== null && only !== system))
    throw serverErrors.error('OMBUD_E_DECLARED', only === null ? 'name' : 'other-system', {
      system,
      wanted: only ?? '',
    });
  await declareSystem(call.services.state, system, document, doingOf(call));
  return seeOther(`/systems/${system}`);
}

/** The routes. */
export const declareRoutes: readonly Route[] = [
  route({
    id: 'declare-page',
    method: 'GET',
    path: '/declare',
    who: { roles: declarers },
    gives: { kind: 'page' },
    handle: async (_, call) => page(declarePage(call, '/declare', example, null)),
  }),
  route({
    id: 'declare-form',
    method: 'POST',
    path: '/declare',
    who: { roles: declarers },
    takes: 'form',
    body: declarationBody,
    gives: { kind: 'page' },
    handle: async ({ body }, call) => declare(call, body.declaration, null),
  }),
  route({
    id: 'declare-anew-page',
    method: 'GET',
    path: '/systems/{system}/declare',
    who: { roles: declarers, where: ['same-system'] },
    params: systemParams,
    gives: { kind: 'page' },
    handle: async ({ params: { system } }, call) => {
      const { document } = await findVersion(call.services.state, system);
      return page(declarePage(call, `/systems/${system}/declare`, documentText(document), system));
    },
  }),
  route({
    id: 'declare-anew-form',
    method: 'POST',
    path: '/systems/{system}/declare',
    who: { roles: declarers, where: ['same-system'] },
    params: systemParams,
    takes: 'form',
    body: declarationBody,
    gives: { kind: 'page' },
    handle: async ({ params, body }, call) => declare(call, body.declaration, params.system),
  }),
  route({
    id: 'approve-form',
    method: 'POST',
    path: '/systems/{system}/versions/{version}/approve',
    who: { roles: approvers, where: ['same-system'] },
    params: versionParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async ({ params: { system, version } }, call) => {
      await approveVersion(call.services.state, system, version, doingOf(call));
      return seeOther(`/systems/${system}`);
    },
  }),
  route({
    id: 'retire-form',
    method: 'POST',
    path: '/systems/{system}/versions/{version}/retire',
    who: { roles: declarers, where: ['same-system'] },
    params: versionParams,
    takes: 'form',
    body: z.strictObject({}),
    gives: { kind: 'page' },
    handle: async ({ params: { system, version } }, call) => {
      await retireVersion(call.services.state, system, version, doingOf(call));
      return seeOther(`/systems/${system}`);
    },
  }),
];
