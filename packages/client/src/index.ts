/** `@ombud/client`: for the system that decides. It depends on nothing. */
export type { Server } from './ask.ts';
export { type BreakerState, type ClientOptions, OmbudClient } from './client.ts';
export type { Decision, KeyedDecision, Outcome, Scalar } from './decision.ts';
export { ClientError } from './errors.ts';
export type { Answered } from './send.ts';
export {
  type Handled,
  type HeaderValues,
  type ReceiverOptions,
  verifyWebhook,
  type Webhook,
  webhookReceiver,
} from './webhooks.ts';
