import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Database } from '../../../../platform/database.ts';
import type { Logger } from '../../../../platform/logger.ts';
import { CLIENT_ADDRESS_HEADER } from './clientAddressHeader.ts';
import { DEFAULT_PROJECT } from './defaultProject.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './passwordRules.ts';

const THIRTY_DAYS_SECONDS = 30 * 24 * 3600;

export type AuthOptions = {
  database: Database;
  logger: Logger;
  appUrl: string;
  secret: string;
  openSignUp: boolean;
};

/**
 * Sign-in by e-mail and password. Sessions and attempts are stored in the database. The client's address comes
 * only from web/http/clientAddress.ts: a client's x-forwarded-for header is not trusted.
 */
export function createAuth({ database, logger, appUrl, secret, openSignUp }: AuthOptions) {
  return betterAuth({
    appName: 'Colloquy',
    baseURL: appUrl,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(database, { provider: 'postgresql', transaction: false }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      disableSignUp: !openSignUp,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    // Set by the pages (routes/language.ts), not through better-auth's own endpoints.
    user: { additionalFields: { language: { type: 'string', required: false, input: false } } },
    // Only open sign-up gets here: owners are created through their link (createOwner).
    databaseHooks: { user: { create: { after: ({ id }) => joinDefaultProject(database, id) } } },
    // A session lasts thirty days and is never extended, so that no cookie has to be renewed in the background.
    session: { expiresIn: THIRTY_DAYS_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'colloquy',
      useSecureCookies: appUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => logger[level === 'error' ? 'error' : 'warn']({ source: 'auth' }, message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Makes a new user a member of the default project. */
async function joinDefaultProject(database: Database, userId: string): Promise<void> {
  await database.$transaction(async (transaction) => {
    const { id: projectId } = await transaction.project.upsert({
      where: { slug: DEFAULT_PROJECT.slug },
      create: DEFAULT_PROJECT,
      update: {},
    });
    await transaction.membership.create({ data: { projectId, userId, role: 'member' } });
    await transaction.auditEvent.create({
      data: { projectId, userId, action: 'member.join', subjectType: 'user', subjectId: userId, detail: {} },
    });
  });
}
