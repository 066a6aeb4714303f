/** Where the ledger of a source lies: `ledger:DIR#system` without its system. */
export const placeOf = (source: string): string => source.replace(/^ledger:/, '').replace(/#[^#]*$/, '');

/** Whether reading there makes a connection to another machine. */
export const isRemote = (place: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(place);

/** The host of a remote place, to be shown; credentials and parameters are left out. */
export function hostOf(place: string): string {
  try {
    return new URL(place).host;
  } catch {
    return place.replace(/^.*@/, '');
  }
}
