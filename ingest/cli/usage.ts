/** Wrong usage: exit status 2. */
export class UsageError extends Error {}
