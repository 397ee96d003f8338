import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../../languages/language.ts';
import { classNames } from '../ui/classNames.ts';

/**
 * A button for each language, in a plain form. The document is reloaded: its words, its `lang` and its title change
 * together, and the other language's words need not be loaded beforehand.
 */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame');
  const location = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="next" value={location.pathname + location.search} />
      <div
        role="group"
        aria-label={t('language.label')}
        className="flex rounded-lg border border-line bg-sunken p-0.5"
      >
        {LANGUAGES.map((language) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            aria-pressed={i18n.language === language}
            className={classNames(
              'flex h-8 flex-1 items-center justify-center rounded-md px-2.5 text-[0.8125rem] font-medium',
              i18n.language === language
                ? 'bg-surface text-ink shadow-raised'
                : 'text-ink-muted hover:text-ink',
            )}
          >
            {LANGUAGE_NAMES[language]}
          </button>
        ))}
      </div>
    </Form>
  );
}
