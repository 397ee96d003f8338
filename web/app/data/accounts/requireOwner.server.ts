import { refuse } from '../requests/refuse.server.ts';
import { requireMember, type Member } from './requireMember.server.ts';

/** As requireMember, for what only an owner may do; a 403 for everybody else. */
export async function requireOwner(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (member.role !== 'owner') throw refuse(403, 'Only an owner of the project may do this.');
  return member;
}
