declare const scopeBrand: unique symbol;

/**
 * The project that a request may access. Every query function takes one as its first argument, and only a checked
 * membership, or a message's signature, creates one: a query without its project does not compile.
 */
export type ProjectScope = { readonly projectId: string; readonly [scopeBrand]: true };

/** Only for receiveWebhook, after it has verified who signed the message. */
export function scopeOfWebhook(webhook: { projectId: string }): ProjectScope {
  return { projectId: webhook.projectId } as ProjectScope;
}

/** Only for requireMember, after it has found the membership. */
export function scopeOfMembership(membership: { projectId: string }): ProjectScope {
  return { projectId: membership.projectId } as ProjectScope;
}
