import { createTransport, type Transporter } from 'nodemailer';
import { mailHtml, mailText } from '../../../workflows/domain/notices/mailContent.ts';
import { NotDelivered, type NotDeliveredType, type Notifier } from '../notifier.ts';

/** The mail server, and who the mails are from. */
export interface MailServer {
  /** smtp:// (with STARTTLS where the server offers it) or smtps://, with the user and the password if it wants them. */
  url: string;
  /** `Name <address>`, or an address. */
  from: string;
}

const LIMITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** What is wrong on our side, and stays so until somebody mends it. */
const MISCONFIGURED = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'EREQUIRETLS']);

/**
 * Hands mails to a mail server. SMTP knows no way to hand the same mail over only once: where the connection was lost after the
 * mail was sent and before the server said so, it is sent again, under the same Message-ID.
 */
export function createEmailNotifier(server: MailServer): Notifier<'email'> & { close: () => void } {
  const transport = createTransport({
    url: server.url,
    ...LIMITS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const place = new URL(server.url).host;
  const domain = domainOf(server.from);
  return {
    deliver: (message, signal) =>
      sendMail(
        transport,
        {
          from: server.from,
          to: message.to,
          subject: message.content.subject,
          text: mailText(message.content),
          html: mailHtml(message.content, message.language),
          messageId: `<notice-${message.noticeId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        },
        signal,
      ).catch((error: unknown) => {
        signal.throwIfAborted();
        throw notDelivered(error, place, secretsOf(server.url));
      }),
    close: () => {
      transport.close();
    },
  };
}

async function sendMail(
  transport: Transporter,
  mail: Parameters<Transporter['sendMail']>[0],
  signal: AbortSignal,
): Promise<string> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
  const { response } = (await Promise.race([transport.sendMail(mail), aborted])) as { response: string };
  return response;
}

/** What nodemailer says of an error, besides its message. */
interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
}

/** A server that is away, or says "later" (4xx), is tried again; one that says "no" (5xx) is not. */
function notDelivered(error: unknown, place: string, secrets: readonly string[]): NotDelivered {
  const { code, responseCode } = error as SmtpError;
  const words = error instanceof Error ? error.message : String(error);
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, '***'), words);
  return new NotDelivered(typeOf(code, responseCode), `The mail server ${place}: ${said}`, { cause: error });
}

function typeOf(code: unknown, responseCode: unknown): NotDeliveredType {
  const isTemporary = typeof responseCode === 'number' && responseCode < 500;
  if (isTemporary) return 'notice_unavailable';
  if (typeof code === 'string' && MISCONFIGURED.has(code)) return 'notice_misconfigured';
  // Before any server was asked: the address is none.
  if (code === 'EENVELOPE') return 'notice_refused';
  return typeof responseCode === 'number' ? 'notice_refused' : 'notice_unavailable';
}

function secretsOf(url: string): string[] {
  const { password } = new URL(url);
  return [password, decoded(password)].filter((secret) => secret !== '');
}

/** As nodemailer reads it: a "%" that begins no character stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'colloquy.invalid';
}
