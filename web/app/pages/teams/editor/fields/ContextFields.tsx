import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { CONTEXT_KINDS, isContextKind, viewOfContext } from '../../contexts/registry.ts';
import { useField } from '../DraftContext.tsx';
import { kindOf } from '../jsonValue.ts';
import { KindField } from './KindField.tsx';

/** How much of what an agent has seen is shown to its model. */
export function ContextFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['contexts', 'editor']);
  const kind = kindOf(useField(path).value);
  const Fields = isContextKind(kind) ? viewOfContext(kind).Fields : undefined;
  return (
    <div className="space-y-4">
      <KindField
        path={path}
        label={t('editor:context')}
        kinds={CONTEXT_KINDS}
        nameOf={(each) => t(`${each}.name`)}
        make={(each) => viewOfContext(each).make()}
        remembers
      />
      {Fields !== undefined && <Fields path={path} />}
    </div>
  );
}
