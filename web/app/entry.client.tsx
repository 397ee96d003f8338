import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { reportBrowserError, startBrowserSentry } from './data/errors/browserSentry.ts';
import { loadDocumentLanguage } from './languages/documentLanguage.client.ts';
import { shareDocumentNonce } from './views/nonce/documentNonce.client.ts';
import { keepDocumentTexts } from './views/text/keptTexts.client.ts';

shareDocumentNonce();
startBrowserSentry(document.documentElement.dataset['sentry']);

keepDocumentTexts();

async function hydrate(): Promise<void> {
  const translator = await loadDocumentLanguage();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

// If the words can't be loaded, the page stays as it is without JavaScript: readable, with working forms.
hydrate().catch(reportBrowserError);
