import { useTranslation } from 'react-i18next';
import { fault } from '../../../languages/fault.ts';
import { Field } from '../../../views/ui/Field.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';

/** The team's JSON in a plain text area: the whole editor if there is no JavaScript. */
export function PlainJson({ text, isWrong }: { text: string; isWrong: boolean }) {
  const { t } = useTranslation('editor');
  return (
    <Field
      label={t('json.label')}
      hint={t('json.plainHint')}
      errors={isWrong ? [fault('editor:faults.fixAbove')] : undefined}
    >
      {(control) => (
        <Textarea
          {...control}
          name="config"
          defaultValue={text}
          rows={24}
          spellCheck={false}
          className="font-mono text-[0.8125rem]"
        />
      )}
    </Field>
  );
}
