import { listSystems } from '@ombud/app';
import { Choice } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import { z } from 'zod';
import { type Role, roles } from '../access/roles.ts';
import type { Services } from '../services.ts';
import { systemParam } from '../systems/schemas.ts';

/** A role and how far it reaches, as a form sends them. */
export const roleBody = {
  role: z.enum(roles),
  system: z.union([z.literal('').transform(() => null), systemParam]),
} as const;

/** Fields for a role, and for which system. */
export async function roleFields({ state }: Services, voice: Voice, first: Role) {
  const systems = await listSystems(state);
  return (
    <>
      <Choice
        name="role"
        label={voice.say('console/role')}
        hint={voice.say('console/role-hint')}
        value={first}
        options={roles.map((role) => [role, voice.say(`console/role-${role}`)] as const)}
      />
      <Choice
        name="system"
        label={voice.say('console/for-system')}
        options={[
          ['', voice.say('console/all-systems')],
          ...systems.map(({ system }) => [system, system] as const),
        ]}
      />
    </>
  );
}

/** A role and how far it reaches, as a reader is told. */
export const grantText = (
  voice: Voice,
  { role, system }: { readonly role: string; readonly system: string | null },
) =>
  system === null
    ? voice.say('console/grant-all', { what: role })
    : voice.say('console/grant-one', { what: role, system });
