/** What a carrier says of notices some time after it took them. */
import { reportDelivery } from '@ombud/app';
import type { OmbudError } from '@ombud/kernel';
import { z } from 'zod';
import { actorOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { asOmbudError } from '../http/problem.ts';
import { deskOf } from './desk.ts';

const events = { delivered: 'deliver', returned: 'return', failed: 'fail' } as const;
type Event = keyof typeof events;

/** One message, and what became of it. */
export const reportSchema = z.strictObject({
  message: z
    .string()
    .min(3)
    .max(100)
    .describe('Its webhook-id; of an e-mail what stands before the @ of its Message-ID'),
  event: z.enum(Object.keys(events) as [Event, ...Event[]]),
});

/** What was taken of a report: `known` where it had been said before. */
export interface Reported {
  readonly message: string;
  readonly state: string;
  readonly refused: readonly OmbudError[];
}

/** Takes what a carrier says, each for itself. */
export async function reportAll(
  { services, who }: Call,
  system: string,
  reports: readonly z.output<typeof reportSchema>[],
): Promise<readonly Reported[]> {
  const desk = await deskOf(services);
  const items: Reported[] = [];
  for (const { message, event } of reports)
    try {
      const moved = await reportDelivery(desk, system, {
        message,
        event: events[event],
        actor: actorOf(who),
      });
      items.push({ message, state: moved?.moves.at(-1)?.to ?? 'known', refused: [] });
    } catch (error) {
      items.push({ message, state: 'refused', refused: [asOmbudError(error)] });
    }
  return items;
}
