/** Alerts, to whoever is declared as their receivers. */
import { type Alert, raiseAlert, type Statements, wasRaised } from '@ombud/app';
import type { Services } from '../services.ts';
import { readWatchSettings, receiverName } from './settings.ts';

/** The job that sends what watching has to say. */
export const outboxJob = 'watch-outbox';

/** Raises an alert in the transaction of what it tells of. @returns false where it was raised before */
export async function raiseIn(tx: Statements, alert: Alert, now: number): Promise<boolean> {
  const { alerts } = await readWatchSettings(tx, alert.system);
  return raiseAlert(tx, alert, {
    receivers: alerts.map(receiverName),
    now: new Date(now).toISOString(),
  });
}

/** Raises an alert of something that is not written anywhere, such as that time has passed. */
export async function raiseNow(services: Services, alert: Alert): Promise<void> {
  const { state, context, kick } = services;
  if (await wasRaised(state, alert)) return;
  if (await state.change((tx) => raiseIn(tx, alert, context.now()))) kick(outboxJob);
}
