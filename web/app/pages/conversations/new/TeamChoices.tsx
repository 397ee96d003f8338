import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { classNames } from '../../../views/ui/classNames.ts';
import { Input } from '../../../views/ui/Input.tsx';
import { matchesTeam } from './matchesTeam.ts';
import { TeamChoice, type TeamChoiceProps } from './TeamChoice.tsx';

export type TeamChoicesProps = {
  /** Most recently used first. */
  teams: readonly TeamChoiceProps['team'][];
  /** The form's field. */
  name: string;
  chosen: string | undefined;
};

/** With more teams than this, there is a search field. */
const FEW = 6;

/** The teams to choose from, in a list that scrolls separately, so that the content below stays visible. */
export function TeamChoices({ teams, name, chosen }: TeamChoicesProps) {
  const { t } = useTranslation('newConversation');
  const [search, setSearch] = useState('');
  const hydrated = useHydrated();
  // The preselected team comes first, so that nobody has to look for it.
  const [ordered] = useState(() => [
    ...teams.filter(({ id }) => id === chosen),
    ...teams.filter(({ id }) => id !== chosen),
  ]);
  const none = !teams.some((team) => matchesTeam(team, search));
  return (
    <div className="rounded-xl border border-line bg-surface shadow-raised">
      {/* Its place is there from the start: a list that moves under the pointer has the wrong team chosen. */}
      {teams.length > FEW ? (
        <div className={classNames('relative border-b border-line p-2', !hydrated && 'invisible')}>
          <Search aria-hidden className="pointer-events-none absolute top-5 left-5 size-4 text-ink-faint" />
          <Input
            type="search"
            aria-label={t('searchTeams')}
            placeholder={t('searchTeams')}
            className="pl-9"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter searches; it must not start a conversation.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </div>
      ) : null}
      <div className="grid max-h-56 grid-cols-1 gap-1 overflow-y-auto overscroll-contain p-2 sm:grid-cols-2">
        {ordered.map((team) => (
          <TeamChoice
            key={team.id}
            team={team}
            name={name}
            checked={team.id === chosen}
            hidden={!matchesTeam(team, search)}
          />
        ))}
        {none ? (
          <p role="status" className="p-2 text-sm text-ink-muted">
            {t('noMatch')}
          </p>
        ) : null}
      </div>
    </div>
  );
}
