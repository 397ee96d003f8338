import type { Language } from '../../languages/language.ts';
import { serializeLanguage } from '../../languages/requestLanguage.ts';
import { services } from '../../services.server.ts';

/**
 * Stores a choice of language in the account, if somebody is signed in, and in the browser, for pages that know no
 * account.
 *
 * @returns the response headers that store it in the browser
 */
export async function chooseLanguage(request: Request, language: Language): Promise<Headers> {
  const { auth, database } = services();
  const session = await auth.api.getSession({ headers: request.headers });
  if (session !== null) {
    await database.user.update({ where: { id: session.user.id }, data: { language } });
  }
  return new Headers({ 'set-cookie': serializeLanguage(language) });
}
