import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { guardRoutes } from './guardRoutes.ts';
import { staticFiles } from './staticFiles.ts';

export type LoadedBuild = {
  /** What serves the browser's files. */
  files: RequestHandler[];
  /** The routes; in development those of the moment. */
  build: ServerBuild | (() => Promise<ServerBuild>);
};

/** What the routes are guarded with. */
type Guard = { logger: Logger; temporalAddress: string };

/** The app as `npm run build` made it. */
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
