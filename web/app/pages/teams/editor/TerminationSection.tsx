import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';
import { newCondition } from '../terminations/newCondition.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { useField } from './DraftContext.tsx';
import { FieldErrors } from './fields/FieldErrors.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { useScope } from './TeamScope.tsx';

/** When a conversation ends. */
export function TerminationSection() {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  const path = [...at, 'termination'];
  const { value, errors, place, set } = useField(path);
  return (
    <div className="space-y-4" {...place}>
      <FieldErrors errors={errors} />
      {value === null || value === undefined ? (
        <div className="space-y-2">
          <p className="text-[0.8125rem] text-ink-muted">{t('termination.none')}</p>
          <Button size="sm" onClick={() => set(newCondition('max_messages'))}>
            {t('termination.add')}
          </Button>
        </div>
      ) : (
        <ConditionFields path={path} onRemove={() => set(null)} />
      )}
      <NumberField
        path={[...at, 'maxTurns']}
        label={t('termination.maxTurns')}
        hint={t('termination.maxTurnsHint')}
        placeholder={t('termination.noLimit')}
      />
    </div>
  );
}
