import type { Reason } from '@ombud/contract';
import { hasWords, type Key } from '@ombud/words';
import type { Speaking } from '../telling.ts';
import { auditTitle } from './audits.ts';

/** Parameters of a reason as text: what is from the data is made visible, an audit is told by its title. */
function told(t: Speaking, { code, params }: Reason): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'audit' && typeof value === 'string') return [name, auditTitle(t, value)];
      if (name === 'audits' && Array.isArray(value))
        return [name, value.map((audit) => auditTitle(t, String(audit)))];
      if (code === 'under-share' && typeof value === 'number') return [name, t.share(value)];
      if (name === 'groupBy' && Array.isArray(value))
        return [name, t.all(value.map((one) => t.short(String(one))))];
      if (Array.isArray(value))
        return [name, value.map((one) => (typeof one === 'string' ? t.visible(one) : one))];
      return [name, typeof value === 'string' ? t.visible(value) : value];
    }),
  );
}

const isKey = (key: string): key is Key => hasWords(key);

/** The words of a code, or the code itself where this version does not know it: a newer result still renders. */
function sentence(t: Speaking, key: string, reason: Reason): string {
  return isKey(key) ? t.say(key, told(t, reason)) : t.visible(reason.code);
}

/** Why something was not measured or cannot be told, in a sentence. */
export const reasonText = (t: Speaking, reason: Reason): string =>
  sentence(t, 'roles' in reason.params ? 'reason/not-given' : `reason/${reason.code}`, reason);

/** What is odd about what was read. */
export const noticeText = (t: Speaking, reason: Reason): string =>
  sentence(t, `notice/${reason.code}`, reason);

/** Why people or a category were left out. */
export const leftOutText = (t: Speaking, reason: Reason): string =>
  sentence(t, `left-out/${reason.code}`, reason);
