import { describe, expect, test } from 'vitest';
import { machines } from '../packages/contest/src/index.ts';
import { drawMachine } from './machine-drawing.ts';

describe.each(Object.values(machines).map((machine) => [machine.name, machine] as const))(
  '%s',
  (_, machine) => {
    const drawing = drawMachine(machine);

    test('shows every state with its owner and clock, and every event', () => {
      for (const [state, { owner, clock }] of Object.entries(machine.states)) {
        expect(drawing).toContain(`>${state}<`);
        if (owner !== null) expect(drawing).toContain(`>${owner}, clock: ${clock}<`);
      }
      for (const { event } of machine.transitions) expect(drawing).toMatch(new RegExp(`[>, ]${event}[<,]`));
    });
  },
);
