/** What somebody may do in a project. */
export type Role = 'owner' | 'member';

/** The role that a membership's row names; one that this version does not know may do the least. */
export function asRole(stored: string): Role {
  return stored === 'owner' ? 'owner' : 'member';
}
