/** What whoever operates the server declares, in `settings.json` of its folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { serverErrors } from '../errors.ts';
import { isRange } from '../outgoing/addresses.ts';

const grants = z.array(
  z.strictObject({
    group: z.string().min(1).describe('A group of the provider'),
    role: z.string().min(1).describe('The role of its people here'),
    system: z.string().min(1).optional().describe('For this system alone'),
  }),
);

const settingsSchema = z.strictObject({
  title: z.string().min(1).max(200).default('Ombud').describe('What the pages call this place'),
  origin: z.string().min(1).default('localhost/ombud').describe('The name of the log, for good'),
  database: z.string().optional().describe('A postgres:// URL; a folder beside this file where left out'),
  keys: z
    .array(z.string())
    .optional()
    .describe('Verifier keys of a database’s ledger that was made elsewhere'),
  publicUrl: z
    .url()
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('Where people reach it, such as https://decisions.example.org'),
  hosts: z.array(z.string()).optional().describe('Other host names under which it is reached'),
  trustedProxy: z
    .boolean()
    .optional()
    .describe('A proxy stands before it that ends TLS and sets X-Forwarded-For, -Proto and -Host'),
  tls: z
    .strictObject({ certificate: z.string().describe('PEM file'), key: z.string().describe('PEM file') })
    .optional()
    .describe('It ends TLS itself'),
  oidc: z
    .strictObject({
      issuer: z.url(),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      groupsClaim: z.string().default('groups'),
      grants: grants.describe('Which group gives which role'),
    })
    .optional()
    .describe('People log in at an OpenID provider'),
  mail: z
    .strictObject({
      server: z.url({ protocol: /^smtps?$/ }).describe('smtps://NAME:PASSWORD@HOST, or smtp://HOST:25'),
      from: z.string().min(3).max(200).describe('From whom: Ombud <ombud@example.org>'),
    })
    .optional()
    .describe('The server that takes our mail'),
  outgoing: z
    .strictObject({
      allow: z
        .array(z.string().refine(isRange))
        .default([])
        .describe('Addresses or ranges inside of the network to which messages may go, such as 10.1.0.0/16'),
      giveUpHours: z
        .number()
        .gt(0)
        .max(10_000)
        .default(168)
        .describe('For so long a message that does not come through is tried'),
    })
    .default({ allow: [], giveUpHours: 168 })
    .describe('To whom messages may go, and for how long they are tried'),
});

/** The settings of a place. */
export type Settings = z.output<typeof settingsSchema>;

/** The name of the file in the folder. */
export const settingsFile = 'settings.json';

/**
 * Reads the settings of a folder; where there are none, the usual ones.
 * @throws OmbudError `OMBUD_E_SERVE` where they cannot be used
 */
export async function readSettings(folder: string): Promise<Settings> {
  const text = await readFile(join(folder, settingsFile), 'utf8').catch((error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch (cause) {
    const at = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') : '';
    throw serverErrors.error('OMBUD_E_SERVE', 'settings', { file: settingsFile, at }, { cause });
  }
}
