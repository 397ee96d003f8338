import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { TeamGraph } from '../../../views/teams/graph/TeamGraph.tsx';
import { viewOf } from '../../../views/teams/patterns/registry.ts';
import { Fold } from '../../../views/ui/Fold.tsx';
import type { Busy } from './lane.ts';

export type LiveGraphProps = {
  team: TeamConfig;
  busy: readonly Busy[];
  /** Who has spoken in this run. */
  spoken: readonly string[];
};

/** The drawn team, with the current speakers marked. */
export function LiveGraph({ team, busy, spoken }: LiveGraphProps) {
  const { t, i18n } = useTranslation('conversation');
  const active = useNames(busy.filter(({ scope }) => scope === '').map(({ name }) => name));
  const done = useNames(spoken);
  return (
    <Fold label={viewOf(team.pattern.kind).drawing?.(i18n.t) ?? t('lane.drawing')} open className="mb-5">
      <TeamGraph team={team} active={active} done={done} />
    </Fold>
  );
}

/** Returns the same list for the same names, so that the graph is laid out again only when they change. */
function useNames(names: readonly string[]): readonly string[] {
  const key = names.join('\n');
  return useMemo(() => (key === '' ? [] : key.split('\n')), [key]);
}
