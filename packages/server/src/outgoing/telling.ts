/** How far a message has come, and why it did not come through, in the reader's language. */
import type { Delivery } from '@ombud/app';
import type { Voice } from '@ombud/words';

/** Why messages do not come through. */
export const faultText = (
  voice: Voice,
  fault: NonNullable<Delivery['fault']>,
  status: number | null,
): string => voice.say(`outgoing/fault-${fault}`, { status: status ?? 0 });

/** How far a message has come, with the reason where it failed. */
export function deliveryText(voice: Voice, { state, fault, status }: Delivery): string {
  const sentence = voice.say(`watch/state-${state}`);
  return fault === null || state === 'overtaken'
    ? sentence
    : `${sentence} (${faultText(voice, fault, status)})`;
}
