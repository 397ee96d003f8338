export type ContentSecurityPolicyOptions = {
  nonce: string;
  /** Where the browser may report errors to, if anywhere. */
  sentryDsn?: string | undefined;
  /** The development server adds style tags without a nonce and talks over a socket. */
  development?: boolean;
};

/** The policy of one answer: nothing is loaded from elsewhere, and no script runs that this answer did not name. */
export function contentSecurityPolicy({
  nonce,
  sentryDsn,
  development = false,
}: ContentSecurityPolicyOptions): string {
  const connect = [
    "'self'",
    ...(sentryDsn ? [new URL(sentryDsn).origin] : []),
    ...(development ? ['ws:'] : []),
  ];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    'script-src-attr': ["'none'"],
    'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': connect,
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
