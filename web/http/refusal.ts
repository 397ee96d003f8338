/** A request that no action gets to see. */
export type Refusal = { status: 403 | 411 | 413; reason: string };
