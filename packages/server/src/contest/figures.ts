import { type ContestFigures, contestFigures } from '@ombud/app';
import type { Call } from '../http/call.ts';
import { declaredIn, deskOf } from './desk.ts';

const level = 0.95;

/** The public figures of a system, by the attribute that it has declared for them. */
export async function figuresOf({ services }: Call, system: string): Promise<ContestFigures> {
  const desk = await deskOf(services);
  const { publicBy, minimumCell } = declaredIn(desk, system);
  const asked = { system, minimumCell, level, ...(publicBy === null ? {} : { by: publicBy }) };
  return contestFigures(desk, asked);
}
