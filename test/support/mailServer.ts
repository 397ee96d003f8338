import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  to: string[];
  /** Headers and body, without the line breaks that quoted-printable adds. */
  source: string;
}

export interface TestMailServer {
  url: string;
  /** With the user and the password that it wants. */
  signedInUrl: (password: string) => string;
  mails: TakenMail[];
  /** What it says to the next mails instead of taking them: a code and words. Null: it takes them. */
  refuses: { code: number; words: string } | null;
  /** Called when a mail is taken, before the server says so. */
  onTaken: () => Promise<void>;
  close: () => Promise<void>;
}

export const MAIL_PASSWORD = 'the mail server’s password';

/** A real SMTP server on this machine; `port` to come back where one was. */
export async function startMailServer({ port = 0 } = {}): Promise<TestMailServer> {
  const running: Pick<TestMailServer, 'mails' | 'refuses' | 'onTaken'> = {
    mails: [],
    refuses: null,
    onTaken: () => Promise.resolve(),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ password }, _session, callback) => {
      if (password === MAIL_PASSWORD) callback(null, { user: 'colloquy' });
      else callback(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
    },
    onRcptTo: (_address, _session, callback) => {
      if (running.refuses === null) callback();
      else callback(Object.assign(new Error(running.refuses.words), { responseCode: running.refuses.code }));
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        running.mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''),
        });
        running.onTaken().then(() => {
          callback(null);
        }, callback);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const at = `127.0.0.1:${String((server.server.address() as AddressInfo).port)}`;
  return Object.assign(running, {
    url: `smtp://${at}`,
    signedInUrl: (password: string) => `smtp://colloquy:${encodeURIComponent(password)}@${at}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  });
}
