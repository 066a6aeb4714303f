/**
 * Entries in a sorted run of the index of subjects. A person is looked for in each run: the longer they are, the less it
 * takes in a long log, and the longer the commit that sorts one.
 */
export const runLength = 16_384;
