import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { speakersIn } from '../teamReferences.ts';

/**
 * Reports names that no participant of the team has. AutoGen allows them, but usually somebody was removed or the
 * name is mistyped.
 */
export function StrangersNote({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  const { value: team } = useField([]);
  const { value } = useField(path);
  const speakers = useMemo(() => speakersIn(team), [team]);
  const names = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  const strangers = [...new Set(names)].filter((name) => !speakers.has(name));
  if (strangers.length === 0) return null;
  return (
    <p role="status" className="text-[0.8125rem] leading-snug wrap-anywhere text-amber-ink">
      {t('fields.strangers', { names: strangers.join(', ') })}
    </p>
  );
}
