import { redirect } from '@remix-run/node';
import { fault } from '../../languages/fault.ts';
import { type Language, parseLanguage } from '../../languages/language.ts';
import { services } from '../../services.server.ts';
import { refuse } from '../requests/refuse.server.ts';
import { pathToComeBackTo } from './pathToComeBackTo.ts';
import { type ProjectScope, scopeOfMembership } from './projectScope.server.ts';

export type Member = {
  user: { id: string; name: string; email: string };
  /** The person's chosen language; null if the browser decides. */
  language: Language | null;
  project: { id: string; slug: string; name: string };
  role: Role;
  /** Pass it to the query functions (web/app/data). */
  scope: ProjectScope;
};

/**
 * Who makes this request, and in which project. Throws a redirect to the sign-in page, which returns here, if
 * nobody is signed in; throws a 403 if the user belongs to no project.
 */
export async function requireMember(request: Request): Promise<Member> {
  const { auth, database } = services();
  const session = await auth.api.getSession({ headers: request.headers });
  if (session === null) throw redirectToSignIn(request);
  const { id, name, email, language } = session.user;
  const membership = await database.membership.findFirst({
    where: { userId: id },
    orderBy: { createdAt: 'asc' },
    include: { project: { select: { id: true, slug: true, name: true } } },
  });
  if (membership === null) throw refuse(403, fault('auth:faults.noProject'));
  return {
    user: { id, name, email },
    language: parseLanguage(language),
    project: membership.project,
    role: asRole(membership.role),
    scope: scopeOfMembership(membership),
  };
}

function redirectToSignIn(request: Request): Response {
  const params = new URLSearchParams({ next: pathToComeBackTo(request) });
  // A session cookie without a session: the session has expired, or was ended elsewhere.
  if (/(^|;\s*)(__Secure-)?colloquy\.session_token=/.test(request.headers.get('cookie') ?? '')) {
    params.set('expired', '1');
  }
  return redirect(`/sign-in?${params}`);
}

/** A member's role in a project. */
type Role = 'owner' | 'member';

/** The role in a membership's row. An unknown role has the fewest rights. */
function asRole(stored: string): Role {
  return stored === 'owner' ? 'owner' : 'member';
}

/** Like requireMember, for actions that only owners may take; throws a 403 for others. */
export async function requireOwner(request: Request): Promise<Member> {
  const member = await requireMember(request);
  if (member.role !== 'owner') throw refuse(403, fault('auth:faults.ownerOnly'));
  return member;
}
