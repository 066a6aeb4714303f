/**
 * Alerts: one of one thing. What makes it one is its key, the primary key of the table, so that whoever finds the same thing
 * again, after a crash or beside another process, tells nobody a second time.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import type { DeliveryFault } from '../state/outbox/fault.ts';
import { type OutboxState, outbox, putInOutbox } from '../state/outbox/outbox.ts';
import type { Statements } from '../state/state.ts';
import { watchTables } from './tables.ts';

/** What people are told of. A verdict that is repeated by a schedule is none of these. */
export const alertKinds = [
  'breaker-opened',
  'breaker-closed',
  'audit-overdue',
  'recording-stopped',
  'drift',
] as const;
/** What an alert is about. */
export type AlertKind = (typeof alertKinds)[number];

/** Something that people should know. */
export interface Alert {
  readonly kind: AlertKind;
  readonly system: string;
  /** What tells it from others of its kind: the entry, the period, the column. */
  readonly about: string;
  /** Codes and numbers, from which sentences are made. */
  readonly details: JsonObject;
}

/** An alert as it was raised. */
export interface RaisedAlert extends Alert {
  readonly at: string;
}

/** The kind of its messages in the outbox. */
export const alertMessage = 'alert';

const keyOf = ({ kind, system, about }: Omit<Alert, 'details'>): string => `${kind} ${system} ${about}`;

/** The id of the message of an alert to one receiver: the same alert has the same id for ever. */
const messageId = (alert: Alert, receiver: string): string =>
  `alert_${createHash('sha256')
    .update(`${keyOf(alert)}\n${receiver}`)
    .digest('base64url')
    .slice(0, 32)}`;

/**
 * Raises an alert, with its messages in the outbox, in the transaction of the state that it tells of.
 * @param receivers where it goes, by their names in the outbox
 * @returns false where it was raised before, and nothing is done
 */
export async function raiseAlert(
  tx: Statements,
  alert: Alert,
  { receivers, now }: { readonly receivers: readonly string[]; readonly now: string },
): Promise<boolean> {
  const { kind, system, details } = alert;
  const { numInsertedOrUpdatedRows } = await tx
    .of(watchTables)
    .insertInto('watch_alerts')
    .values({ key: keyOf(alert), system, kind, at: now, details: canonicalJson(details) })
    .onConflict((c) => c.column('key').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const body = { kind, system, at: now, about: alert.about, details };
  const messages = receivers.map((receiver) => ({
    id: messageId(alert, receiver),
    kind: alertMessage,
    system,
    receiver,
    body,
  }));
  await putInOutbox(tx, messages, now);
  return true;
}

/** How far a message has come, and why its last try failed. */
export interface Delivery {
  readonly state: OutboxState;
  readonly fault: DeliveryFault | null;
  /** The status of the last answer, or null where there was none. */
  readonly status: number | null;
}

/** How far the message of an alert to a receiver has come; null where it never went to them. */
export async function deliveriesOf(
  statements: Statements,
  alerts: readonly Alert[],
  receivers: readonly string[],
): Promise<(alert: Alert, receiver: string) => Delivery | null> {
  const ids = alerts.flatMap((alert) => receivers.map((receiver) => messageId(alert, receiver)));
  const rows =
    ids.length === 0
      ? []
      : await statements
          .of(outbox)
          .selectFrom('outbox')
          .select(['id', 'state', 'fault', 'status'])
          .where('id', 'in', ids)
          .execute();
  const deliveries = new Map(rows.map(({ id, ...delivery }) => [id, delivery]));
  return (alert, receiver) => deliveries.get(messageId(alert, receiver)) ?? null;
}

/** Whether an alert was raised before. */
export async function wasRaised(statements: Statements, alert: Omit<Alert, 'details'>): Promise<boolean> {
  const row = await statements
    .of(watchTables)
    .selectFrom('watch_alerts')
    .select('at')
    .where('key', '=', keyOf(alert))
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest alerts of a system. */
export async function listAlerts(
  statements: Statements,
  system: string,
  most: number,
): Promise<readonly RaisedAlert[]> {
  const rows = await statements
    .of(watchTables)
    .selectFrom('watch_alerts')
    .selectAll()
    .where('system', '=', system)
    .orderBy('at', 'desc')
    .orderBy('key')
    .limit(most)
    .execute();
  return rows.flatMap(({ key, kind, at, details }) => {
    const known = alertKinds.find((one) => one === kind);
    if (known === undefined) return [];
    const about = key.slice(`${kind} ${system} `.length);
    return [{ kind: known, system, about, at, details: JSON.parse(details) as JsonObject }];
  });
}
