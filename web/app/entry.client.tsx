import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { shareDocumentNonce } from './views/nonce/documentNonce.client.ts';
import { startBrowserSentry } from './data/errors/browserSentry.ts';
import { keepDocumentTexts } from './views/text/keptTexts.client.ts';

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
