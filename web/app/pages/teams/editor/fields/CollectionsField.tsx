import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { useKnownCollections } from '../KnownCollections.tsx';
import { FieldErrors } from './FieldErrors.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { LinesField } from './LinesField.tsx';

/**
 * The collections that are looked up: chosen from the project's. A named one that the project lacks stays, and is
 * reported. Where they are not all known, they are written, one per line.
 */
export function CollectionsField({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const known = useKnownCollections();
  if (known === null || !known.isComplete) {
    return (
      <LinesField
        path={path}
        label={t('agent.fields.knowledge.collections')}
        hint={t('agent.fields.knowledge.collectionsAsLines')}
      />
    );
  }
  return <CollectionChoices path={path} known={known.names} />;
}

function CollectionChoices({ path, known }: { path: TeamPath; known: readonly string[] }) {
  const { t } = useTranslation('participants');
  const { value, errors, place, set } = useField(path);
  const chosen = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  const strangers = chosen.filter((name) => !known.includes(name));
  const choose = (name: string, isChosen: boolean) =>
    set(isChosen ? [...chosen, name] : chosen.filter((other) => other !== name));
  return (
    <FieldGroup legend={t('agent.fields.knowledge.collections')}>
      <FieldErrors errors={errors} />
      {known.length + strangers.length === 0 ? (
        <p className="text-[0.8125rem] text-ink-muted">
          <Trans
            t={t}
            i18nKey="agent.fields.knowledge.noCollections"
            components={{ a: <Link to="/knowledge" className="text-brand-ink underline" /> }}
          />
        </p>
      ) : (
        <ul {...place} className="max-h-56 space-y-1.5 overflow-y-auto rounded-lg border border-line p-2.5">
          {[...known, ...new Set(strangers)].map((name) => (
            <li key={name}>
              <label className="flex w-fit items-start gap-2.5 text-sm">
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) => choose(name, event.currentTarget.checked)}
                  className="mt-0.5 size-4 shrink-0 accent-brand"
                />
                <span className="wrap-anywhere">{name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {strangers.length === 0 ? null : (
        <p role="status" className="text-[0.8125rem] leading-snug wrap-anywhere text-amber-ink">
          {t('agent.fields.knowledge.unknownCollections', { names: [...new Set(strangers)].join(', ') })}
        </p>
      )}
    </FieldGroup>
  );
}
