import type { Reason } from '@ombud/contract';
import { english, say } from '@ombud/words';
import { visible } from '../text/visible.ts';
import { auditTitle } from './audits.ts';

/** Parameters of a reason as text: what is from the data is made visible, an audit is told by its title. */
function told({ params }: Reason): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'audit' && typeof value === 'string') return [name, auditTitle(value)];
      if (name === 'share' && typeof value === 'number') return [name, `${100 * value} %`];
      return [name, typeof value === 'string' ? visible(value) : value];
    }),
  );
}

/** Why something was not measured or cannot be told, in a sentence. */
export function reasonSentence(reason: Reason): string {
  const key = 'roles' in reason.params ? 'reason/not-given' : `reason/${reason.code}`;
  const roles = reason.params.roles;
  const count = Array.isArray(roles) ? { 'roles.count': roles.length } : {};
  return say(english, key, { ...told(reason), ...count });
}

/** Why people or a category were left out. */
export const leftOutText = (reason: Reason): string => say(english, `left-out/${reason.code}`, told(reason));
