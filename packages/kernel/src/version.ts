import manifest from '../package.json' with { type: 'json' };

/** The version of Ombud that made a result. */
export const version: string = manifest.version;
