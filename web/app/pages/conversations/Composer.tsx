import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deriveSubmissionId } from '../../data/submissions/deriveSubmissionId.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';
import { CommandNotice } from '../commands/CommandNotice.tsx';
import { newSubmissionId } from '../commands/newSubmissionId.ts';
import { useCommand } from '../commands/useCommand.ts';

/** Posts a message into the conversation. Cleared once the message is in the transcript. */
export function Composer({ conversationId, formSeed }: { conversationId: string; formSeed: string }) {
  const { t } = useTranslation('conversation');
  const { Form, pending, result } = useCommand('post');
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [submissionId, setSubmissionId] = useState(
    result?.submitted?.submissionId ?? deriveSubmissionId(formSeed, 'post'),
  );

  useEffect(() => {
    if (result?.ok !== true) return;
    form.current?.reset();
    setSubmissionId(newSubmissionId());
  }, [result]);

  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!pending) form.current?.requestSubmit();
  };

  return (
    <Form
      ref={form}
      method="post"
      action={`/conversations/${conversationId}`}
      preventScrollReset
      className="rounded-2xl border border-line bg-surface p-2.5 shadow-overlay"
    >
      <input type="hidden" name="intent" value="post" />
      <input type="hidden" name="submissionId" value={submissionId} />
      <div className="flex items-end gap-2">
        <Field
          label={t('composer.label')}
          labelHidden
          errors={result?.ok ? [] : result?.errors}
          className="min-w-0 flex-1"
        >
          {(control) => (
            <Textarea
              name="text"
              rows={1}
              placeholder={t('composer.placeholder')}
              defaultValue={result?.ok ? '' : (result?.submitted?.text ?? '')}
              onKeyDown={sendOnEnter}
              className="max-h-48 min-h-10 resize-none border-transparent bg-transparent shadow-none!"
              {...control}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          title={hydrated ? t('composer.keys') : undefined}
        >
          {pending ? null : <SendHorizontal aria-hidden />}
          {t('composer.submit')}
        </Button>
      </div>
      <CommandNotice result={result} />
    </Form>
  );
}
