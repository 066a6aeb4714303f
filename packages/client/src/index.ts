/** `@ombud/client`: for the system that decides. */
export {};
