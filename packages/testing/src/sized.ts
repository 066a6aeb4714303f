/**
 * How much of a slow test is run: what its issue asks for with `OMBUD_FULL=1`, and as much as CI has time for otherwise.
 * The name of the test says which, so that nobody takes the small run for the large one.
 */
export const sized = (full: number, usual: number): number =>
  process.env['OMBUD_FULL'] === '1' ? full : usual;
