/** What an entry of a breaker and an alert say, in the reader's language. */
import type { RaisedAlert } from '@ombud/app';
import type { JsonObject } from '@ombud/kernel';
import type { Voice } from '@ombud/words';
import { momentOf } from '../console/telling.ts';

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const most = 1e6;

/** Evidence in three digits; of what is beyond a million nobody reads the digits. */
export const evidenceText = (voice: Voice, evidence: number): string =>
  evidence >= most ? `> ${voice.count(most)}` : voice.measured(evidence);

/**
 * Why a breaker is not closed, or why it was closed.
 * @param nameOf who acted; where left out, nobody is named
 */
export function becauseText(voice: Voice, because: JsonObject, nameOf?: (actor: string) => string): string {
  const { cause } = because;
  switch (cause) {
    case 'ratio':
    case 'overturned':
      return voice.say(`breaker/because-${cause}`, {
        column: text(because.column),
        watched: text(because.watched),
        limit: voice.exact(number(because.limit)),
        evidence: evidenceText(voice, number(because.evidence)),
        blocks: number(because.blocks),
        at: number(because.at),
      });
    case 'person':
      return nameOf === undefined
        ? voice.say('breaker/because-person-unnamed', { why: text(because.why) })
        : voice.say('breaker/because-person', { by: nameOf(text(because.by)), why: text(because.why) });
    case 'closed':
      return voice.say('breaker/because-closed', { why: text(because.why) });
    case 'missing-notices':
    case 'overdue-appeals':
    case 'stale-audit':
    case 'unconfirmed-suspensions':
      return voice.say(`breaker/because-${cause}`, {
        value: number(because.value),
        limit: number(because.limit),
      });
    default:
      return text(cause);
  }
}

/** An alert in a line, and what there is to say beside it. */
export interface AlertText {
  readonly line: string;
  readonly more: string;
}

type Told = Pick<RaisedAlert, 'kind' | 'details'>;

/** What an alert says. */
export function alertText(voice: Voice, { kind, details }: Told, title: string): AlertText {
  const day = (name: string): string => voice.day(text(details[name]));
  switch (kind) {
    case 'breaker-opened':
    case 'breaker-closed': {
      const { position, because } = details;
      const key = position === 'closed' || position === 'human-only' ? position : 'open';
      return {
        line: voice.say(`alert/breaker-${key}`, { title }),
        more: becauseText(voice, (because ?? {}) as JsonObject),
      };
    }
    case 'audit-overdue': {
      const params = { title, from: day('from'), to: day('to') };
      return { line: voice.say(`alert/${kind}`, params), more: voice.say(`alert/${kind}-more`, params) };
    }
    case 'recording-stopped':
      return {
        line: voice.say(`alert/${kind}`, { title }),
        more: voice.say(`alert/${kind}-more`, {
          when: momentOf(voice, text(details.time)),
          hours: number(details.hours),
        }),
      };
    case 'drift': {
      const params = {
        title,
        column: text(details.column),
        from: text(details.from),
        index: voice.measured(number(details.index)),
        p: voice.probability(number(details.p)),
      };
      return { line: voice.say(`alert/${kind}`, params), more: voice.say(`alert/${kind}-more`, params) };
    }
  }
}
