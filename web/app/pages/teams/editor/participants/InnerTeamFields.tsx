import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { PATTERN_KINDS } from '../../../../views/teams/patterns/registry.ts';
import { Button } from '../../../../views/ui/Button.tsx';
import { useField } from '../DraftContext.tsx';
import { InnerFold } from '../fields/InnerFold.tsx';
import { useFormParts } from '../FormParts.tsx';
import { isRecord, kindOf, listAt, textOf, valueAt } from '../jsonValue.ts';
import { newInnerTeam } from '../newParts.ts';
import { TeamScope } from '../TeamScope.tsx';
import { Trail } from './Trail.tsx';

/** The team within a participant: the same form, one level deeper. */
export function InnerTeamFields({ path }: { path: TeamPath }) {
  const { t, i18n } = useTranslation(['participants', 'patterns']);
  const at = [...path, 'team'];
  const { value: name } = useField([...path, 'name']);
  const { value: team, set } = useField(at);
  const { TeamSections } = useFormParts();
  const kind = PATTERN_KINDS.find((known) => known === kindOf(valueAt(team, ['pattern'])));
  const names = listAt(team, ['participants']).map((each) => textOf(valueAt(each, ['name'])) || '…');
  const detail =
    kind === undefined || names.length === 0
      ? names.join(', ')
      : t('team.fields.inShort', { pattern: t(`patterns:${kind}.name`), names: names.join(', ') });
  return (
    <InnerFold path={at} title={t('team.fields.team')} detail={detail}>
      <TeamScope at={at} through={{ name: textOf(name), path }}>
        <Trail />
        {isRecord(team) ? (
          <TeamSections />
        ) : (
          <Button size="sm" onClick={() => set(newInnerTeam(i18n.t))}>
            {t('team.fields.make')}
          </Button>
        )}
      </TeamScope>
    </InnerFold>
  );
}
