import express, { type RequestHandler } from 'express';

/** The browser's build. Files under assets/ carry the hash of what they hold in their names, and never change. */
export function staticFiles(directory: string): RequestHandler[] {
  return [
    express.static(directory, {
      index: false,
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
