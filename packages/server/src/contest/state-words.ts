/** In words: what a matter is, where it stands, and whom it waits for. The tables of the machines name these for programs. */
import { type Actor, type MachineName, machines } from '@ombud/contest';
import type { Key, Voice } from '@ombud/words';

/** `appeal`, `effect of the decision`. */
export const matterWords = (voice: Voice, machine: MachineName): string =>
  voice.say(`contest-machine/${machine}`);

/** `told to stop, not confirmed`. @param state of this machine */
export const stateWords = (voice: Voice, machine: MachineName, state: string): string =>
  voice.say(`contest-${machine}/${state}` as Key);

/** `appeal: under review`. */
export const standsWords = (voice: Voice, machine: MachineName, state: string): string =>
  voice.say('contest-matter/stands', {
    what: matterWords(voice, machine),
    state: stateWords(voice, machine, state),
  });

/** Who must act next; nobody at an end. */
export function waitsForWords(voice: Voice, machine: MachineName, state: string): string {
  const states: Readonly<Record<string, { readonly owner: Actor | null }>> = machines[machine].states;
  const owner = states[state]?.owner ?? null;
  return owner === null ? '' : voice.say(`contest-owner/${owner}`);
}
