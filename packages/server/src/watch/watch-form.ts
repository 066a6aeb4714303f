/** What the form of how a system is watched says, and what it makes of the settings. */
import { everies } from '@ombud/contract';
import { z } from 'zod';
import { hooksOf, type WatchSettings, watchSettingsSchema } from './settings.ts';
import { mailsOf } from './watch-parts.tsx';

const driftDefaults = { level: 0.01, index: 0.1 };

/** The form of the settings, as it comes. */
export const settingsForm = z.strictObject({
  every: z.enum(['never', ...everies]).optional(),
  over: z.enum(['period', 'everything']).default('period'),
  sign: z.enum(['no', 'yes']).default('no'),
  drift: z.enum(['no', 'yes']),
  silent: z.union([z.literal(''), z.coerce.number().gt(0).max(10_000)]).default(''),
  mail: z
    .string()
    .max(5000)
    .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
    .pipe(z.array(z.email()).max(20))
    .optional(),
});

function scheduleBy(
  { schedule }: WatchSettings,
  every: z.output<typeof settingsForm>['every'],
  rest: { readonly over: 'period' | 'everything'; readonly sign: boolean },
) {
  if (every === undefined) return schedule;
  return every === 'never' ? null : { lateHours: schedule?.lateHours, every, ...rest };
}

/** What a form leaves out stays as it was. */
export function changedBy(
  before: WatchSettings,
  form: z.output<typeof settingsForm>,
  language: string,
): WatchSettings {
  const { every, over, sign, drift, silent, mail } = form;
  const mails =
    mail?.map((to) => mailsOf(before).find((one) => one.mail === to) ?? { mail: to, language }) ??
    mailsOf(before);
  return watchSettingsSchema.parse({
    ...before,
    schedule: scheduleBy(before, every, { over, sign: sign === 'yes' }),
    silentHours: silent === '' ? null : silent,
    drift: drift === 'no' ? null : (before.drift ?? driftDefaults),
    alerts: [...hooksOf(before), ...mails],
  });
}
