import type { Language } from '../../languages/language.ts';
import { serializeLanguage } from '../../languages/requestLanguage.ts';
import { services } from '../../services.server.ts';

/**
 * Keeps a choice of language: with the account, where somebody is signed in, and in the browser, for the pages that know
 * no account.
 *
 * @returns the headers of the answer that keep it in the browser
 */
export async function chooseLanguage(request: Request, language: Language): Promise<Headers> {
  const { auth, database } = services();
  const session = await auth.api.getSession({ headers: request.headers });
  if (session !== null) {
    await database.user.update({ where: { id: session.user.id }, data: { language } });
  }
  return new Headers({ 'set-cookie': serializeLanguage(language) });
}
