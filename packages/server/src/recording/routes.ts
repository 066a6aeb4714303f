/** Recording decisions, and looking at one. */
import { findVersion, type Refusal } from '@ombud/app';
import { findSubjects } from '@ombud/ledger';
import { type Language, say } from '@ombud/words';
import { z } from 'zod';
import { looksAt, recordLook } from '../access/looks.ts';
import { serverErrors } from '../errors.ts';
import { json, type Reply } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { openDecision } from './open-decision.ts';
import { outcomesSchema, recordOutcomes } from './outcomes.ts';
import { type Outcome, readDecision, recordDecisions, shallowDecision } from './record.ts';
import { batchAnswerSchema, batchSchema, decisionParams, decisionSchema, recordedSchema } from './schemas.ts';

const batchBytes = 16 * 1024 * 1024;

const sentenceOf = (language: Language, { reason, params }: Refusal): string =>
  say(language, reason.includes('/') ? reason : `row/${reason}`, params);

const told = (language: Language, one: Outcome) =>
  'reason' in one ? { ...one, title: sentenceOf(language, one) } : one;

function answered(language: Language, outcomes: readonly Outcome[]): Reply {
  const accepted = outcomes.filter((one) => 'index' in one);
  return json({
    accepted: accepted.length,
    repeated: accepted.filter((one) => one.repeated === true).length,
    refused: outcomes.length - accepted.length,
    decisions: outcomes.map((one) => told(language, one)),
  });
}

const lookSchema = z.object({
  entry: z.int(),
  about: z.int(),
  by: z.string(),
  at: z.string(),
  parts: z.array(z.string()),
  why: z.string(),
});

const openedSchema = z.object({
  index: z.int(),
  recorded: z.string(),
  subject: z.string(),
  decision: z.unknown(),
  score: z.number().optional(),
  outcome: z.unknown().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  looks: z.array(lookSchema).describe('Everybody who looked at it'),
});

/** The routes of decisions. */
export const recordingRoutes: readonly Route[] = [
  route({
    id: 'decision-record',
    method: 'POST',
    path: '/api/v1/systems/{system}/decisions',
    who: { roles: ['recorder', 'administrator', 'operator'], where: ['same-system'] },
    params: systemParams,
    body: decisionSchema,
    gives: { kind: 'json', schema: recordedSchema, status: 201 },
    idempotent: true,
    handle: async ({ params, body }, call) => {
      const [one] = await recordDecisions(call, params.system, [body], shallowDecision);
      if (one !== undefined && 'index' in one)
        return json(one, { status: one.repeated === true ? 200 : 201 });
      const { reason, params: details } = one ?? { reason: '', params: {} };
      throw serverErrors.error('OMBUD_E_DECISION', 'refused', {
        why: sentenceOf(call.language, { reason, params: details }).replace(/\.$/, ''),
        reason,
      });
    },
  }),
  route({
    id: 'decisions-record',
    method: 'POST',
    path: '/api/v1/systems/{system}/decisions/batch',
    who: { roles: ['recorder', 'administrator', 'operator'], where: ['same-system'] },
    params: systemParams,
    body: batchSchema,
    bodyLimit: batchBytes,
    gives: { kind: 'json', schema: batchAnswerSchema },
    idempotent: true,
    handle: async ({ params, body }, call) => {
      return answered(
        call.language,
        await recordDecisions(call, params.system, body.decisions, readDecision),
      );
    },
  }),
  route({
    id: 'outcomes-record',
    method: 'POST',
    path: '/api/v1/systems/{system}/outcomes/batch',
    who: { roles: ['recorder', 'administrator', 'operator'], where: ['same-system'] },
    params: systemParams,
    body: outcomesSchema,
    bodyLimit: batchBytes,
    gives: { kind: 'json', schema: batchAnswerSchema },
    idempotent: true,
    handle: async ({ params, body }, call) => {
      await findVersion(call.services.state, params.system);
      return answered(call.language, await recordOutcomes(call, params.system, body.outcomes));
    },
  }),
  route({
    id: 'decision-look',
    method: 'POST',
    path: '/api/v1/systems/{system}/decisions/{index}/look',
    who: { roles: ['reviewer', 'clerk'], where: ['same-system'] },
    params: decisionParams,
    body: z.strictObject({ why: z.string().min(3).max(500).describe('Why: the person can read it') }),
    gives: { kind: 'json', schema: openedSchema },
    handle: async ({ params: { system, index }, body: { why } }, call) => {
      const opened = await openDecision(call, system, index);
      await recordLook(call.services, call.who, { system, about: [index], parts: ['payload'], why });
      return json({ ...opened, looks: await looksAt(call.services, [index]) });
    },
  }),
  route({
    id: 'person-looks',
    method: 'POST',
    path: '/api/v1/looks/search',
    who: { roles: ['clerk', 'auditor'] },
    body: z.strictObject({ subject: z.string().min(1).max(1000).describe('The person, as a pseudonym') }),
    gives: { kind: 'json', schema: z.object({ items: z.array(lookSchema) }) },
    handle: async ({ body }, { services }) =>
      json({ items: await looksAt(services, await findSubjects(services.writer, [body.subject])) }),
  }),
];
