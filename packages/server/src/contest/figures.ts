import { type ContestFigures, contestFigures } from '@ombud/app';
import type { Call } from '../http/call.ts';
import { deskOf } from './desk.ts';
import { settingsOf } from './settings.ts';

const level = 0.95;

/** The public figures of a system, by the attribute that it has declared for them. */
export async function figuresOf({ services }: Call, system: string): Promise<ContestFigures> {
  const { publicBy, minimumCell } = await settingsOf(services, system);
  const asked = { system, minimumCell, level, ...(publicBy === null ? {} : { by: publicBy }) };
  return contestFigures(await deskOf(services), asked);
}
