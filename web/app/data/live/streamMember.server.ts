import { type Member, requireMember } from '../accounts/requireMember.server.ts';

/**
 * Who opens a stream; null if nobody is signed in (any more). A stream can't be redirected to the sign-in page.
 */
export async function streamMember(request: Request): Promise<Member | null> {
  try {
    return await requireMember(request);
  } catch (error) {
    if (error instanceof Response) return null;
    throw error;
  }
}
