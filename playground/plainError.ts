/** An error whose message says all that a person needs: it is shown without a stack trace. */
export class PlainError extends Error {}
