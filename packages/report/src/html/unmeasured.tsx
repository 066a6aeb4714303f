import { type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { openOf } from '../words/unmeasured.ts';

/** Why something was not measured, each reason once; null when all was. */
export function unmeasuredSection(t: Telling): Section | null {
  const open = openOf(t);
  if (open.length === 0) return null;
  return {
    id: 'unmeasured',
    title: t.say('unmeasured/title'),
    body: (
      <Table
        caption={t.say('unmeasured/caption')}
        head={[t.say('head/audit'), t.say('head/by'), t.say('head/state'), t.say('head/reason')]}
        text={[1, 2, 3]}
        rows={open.map(({ audits, by, state, why }) => [t.all(audits), t.all(by), state, why])}
      />
    ),
  };
}
