/**
 * A text as one word of a POSIX shell, quoted only where it must be, so that what is printed can be pasted.
 * @example shellWord('income=">50K"') // `'income=">50K"'`
 */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
