/** `@ombud/server`: the place where systems answer. A front over the use cases: API, console, portal, jobs. */
export {};
