import type { Receiver, Trouble } from '@ombud/app';
import { receiverOf } from '../contest/jobs.ts';
import { allSettings } from '../contest/settings.ts';
import type { Services } from '../services.ts';
import { receiversOf } from '../watch/deliver.ts';

/** A host alone: an address may hold what only its receiver should know. */
const told = (receiver: Receiver): string =>
  'lane' in receiver ? receiver.lane : new URL(receiver.url).host;

/** Where messages go, as it is declared now, in a word. */
export async function placesOf(
  services: Services,
): Promise<(message: Pick<Trouble, 'kind' | 'system' | 'receiver'>) => string | null> {
  const ofWatch = await receiversOf(services);
  const settings = await allSettings(services.state, services.place.secret);
  return (message) => {
    const receiver = ofWatch(message) ?? receiverOf(services, { settings }, message);
    return receiver === null ? null : told(receiver);
  };
}
