import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { shareDocumentNonce } from './nonce/documentNonce.client.ts';
import { startBrowserSentry } from './sentry/browserSentry.ts';
import { keepDocumentTexts } from './text/keptTexts.client.ts';

shareDocumentNonce();
startBrowserSentry(document.documentElement.dataset['sentry']);

keepDocumentTexts();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
