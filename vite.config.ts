import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: 'web/app',
      buildDirectory: 'build',
      ignoredRouteFiles: ['**/*.test.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // All routes are known from the first page on (6 KB): a link under the pointer is else fetched ahead before it was
        // discovered, which the console complains of, and a click waits for the discovery.
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
  ],
  publicDir: 'web/public',
  resolve: { dedupe: ['react', 'react-dom', '@remix-run/react'] },
  // Found at the start of `npm run dev`, not one after another while pages are open: a second React would come of it.
  optimizeDeps: {
    entries: ['web/app/**/*.tsx', '!**/*.test.tsx'],
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
    ],
  },
  // With SOURCE_MAPS=true for Sentry alone (npm run source-maps): no file names its map.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    sourcemap: process.env['SOURCE_MAPS'] === 'true' ? 'hidden' : false,
  },
  esbuild: { target: 'es2022' },
});
