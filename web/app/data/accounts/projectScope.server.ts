declare const scopeBrand: unique symbol;

/**
 * The project that a request may see. Every query function takes one as its first argument, and only a checked
 * membership makes one: a query that leaves the project out does not compile.
 */
export type ProjectScope = { readonly projectId: string; readonly [scopeBrand]: true };

/** For requireMember alone, after it has found the membership. */
export function scopeOfMembership(membership: { projectId: string }): ProjectScope {
  return { projectId: membership.projectId } as ProjectScope;
}
