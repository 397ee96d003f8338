import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createLogger } from '../../../platform/logger.ts';
import { createApi } from '../../api/createApi.ts';
import { createApiToken } from '../../app/data/tokens/apiTokens.server.ts';
import { type DataWorld, openDataWorld, type TestProject } from './dataWorld.ts';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** The parsed body. */
  body: Record<string, unknown>;
}

/** The API on a database of the test's own, over HTTP; Temporal cannot be reached. */
export interface ApiWorld extends DataWorld {
  url: string;
  /** A project with a member and a token of theirs. */
  addMember: () => Promise<TestProject & { token: string }>;
  /** Sends a request below /api/v1; with a body (JSON or a form) it is a POST, unless `method` says otherwise. */
  ask: (token: string, path: string, body?: unknown, method?: 'DELETE') => Promise<ApiAnswer>;
}

export async function openApiWorld(): Promise<ApiWorld> {
  const world = await openDataWorld();
  const app = express();
  app.set('query parser', false);
  const logger = createLogger({ process: 'web', level: 'silent' });
  app.use('/api/v1', createApi({ logger, temporalAddress: '127.0.0.1:9' }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/api/v1`;
  return {
    ...world,
    url,
    addMember: async () => {
      const project = await world.addProject();
      const { scope, userId } = project;
      await world.database.membership.create({
        data: { projectId: scope.projectId, userId, role: 'member' },
      });
      const token = await createApiToken(scope, { userId, name: 'A test', expiresAt: null });
      return { ...project, token };
    },
    ask: async (token, path, body, method) => {
      const isForm = body instanceof FormData;
      const response = await fetch(url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          authorization: `Bearer ${token}`,
          ...(isForm ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, body: answer };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}
