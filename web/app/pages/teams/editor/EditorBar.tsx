import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Input } from '../../../views/ui/Input.tsx';

export type EditorBarProps = {
  note: string;
  noteErrors: readonly string[] | undefined;
  isNew: boolean;
  issueCount: number;
  saving: boolean;
  /** A link that leaves the editor. */
  cancel: ReactNode;
};

/** The foot of the editor: a note, and the button that saves. */
export function EditorBar({ note, noteErrors, isNew, issueCount, saving, cancel }: EditorBarProps) {
  const { t } = useTranslation('editor');
  return (
    <div className="flex flex-wrap items-end gap-3 rounded-xl border border-line bg-surface p-3.5 shadow-raised lg:sticky lg:bottom-3 lg:z-20">
      <Field label={t(isNew ? 'new.note' : 'edit.note')} errors={noteErrors} className="min-w-52 flex-1">
        {(control) => (
          <Input {...control} name="note" defaultValue={note} maxLength={500} autoComplete="off" />
        )}
      </Field>
      <p role="status" className="self-center text-sm text-ink-muted">
        {issueCount === 0 ? '' : t('problems', { count: issueCount })}
      </p>
      <div className="flex gap-2">
        <Button asChild variant="ghost">
          {cancel}
        </Button>
        <Button type="submit" variant="primary" pending={saving}>
          {t(isNew ? 'new.submit' : 'edit.submit')}
        </Button>
      </div>
    </div>
  );
}
