import Anthropic from '@anthropic-ai/sdk';
import { withoutEnd } from '../../../../workflows/domain/withoutEnd.ts';
import type { ModelEndpoint } from '../../provider.ts';

/** Gateways that want no key get this one; the client insists on some. */
const NO_KEY = 'none';

/**
 * A client that does nothing on its own: no retries, which are Temporal's, no logging, which would show prompts, and
 * nothing that it finds in the environment or in files. The activity's own limit is the time limit.
 */
export function createAnthropicClient(endpoint: ModelEndpoint): Anthropic {
  return new Anthropic({
    apiKey: endpoint.apiKey ?? NO_KEY,
    authToken: null,
    baseURL: endpoint.baseUrl === null ? 'https://api.anthropic.com' : withoutVersion(endpoint.baseUrl),
    ...(endpoint.fetch === undefined ? {} : { fetch: endpoint.fetch }),
    maxRetries: 0,
    timeout: 15 * 60 * 1000,
    logLevel: 'off',
  });
}

/** The client itself puts the version before each path; other addresses of models name it. */
function withoutVersion(baseUrl: string): string {
  return withoutEnd(baseUrl, '/').replace(/\/v1$/, '');
}
