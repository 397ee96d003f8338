import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { shareDocumentNonce } from './nonce/documentNonce.client.ts';
import { startBrowserSentry } from './sentry/browserSentry.ts';

shareDocumentNonce();
startBrowserSentry(document.documentElement.dataset['sentry']);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
