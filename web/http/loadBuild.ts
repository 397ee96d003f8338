import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import express, { type RequestHandler } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { guardRoutes } from './guardRoutes.ts';

export type LoadedBuild = {
  /** Serves the browser's files. */
  files: RequestHandler[];
  /** The routes; in development, the current ones. */
  build: ServerBuild | (() => Promise<ServerBuild>);
};

/** What guards the routes. */
type Guard = { logger: Logger; temporalAddress: string };

/** The app as built by `npm run build`. */
export async function loadProductionBuild(root: string, guard: Guard): Promise<LoadedBuild> {
  const entry = pathToFileURL(resolve(root, 'build/server/index.js')).href;
  const build = (await import(entry)) as ServerBuild;
  return { files: staticFiles(resolve(root, 'build/client')), build: guardRoutes(build, guard) };
}

/** The app from its sources, by Vite. */
export async function loadDevelopmentBuild(root: string, guard: Guard): Promise<LoadedBuild> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: true } });
  return {
    files: [vite.middlewares],
    build: async () =>
      guardRoutes((await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild, guard),
  };
}

/** The browser's build, without source maps, should any be there. Files under assets/ have a hash of their content in their names, so they never change. */
function staticFiles(directory: string): RequestHandler[] {
  return [
    (request, response, next) => {
      if (request.path.endsWith('.map')) response.status(404).type('text/plain').send('Not found\n');
      else next();
    },
    express.static(directory, {
      index: false,
      // The name of a folder is no page.
      redirect: false,
      setHeaders(response, path) {
        const immutable = path.includes('/assets/') || path.includes('\\assets\\');
        response.setHeader(
          'cache-control',
          immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    }),
  ];
}
