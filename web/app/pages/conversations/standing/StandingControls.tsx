import { AlarmClock, CircleStop, MoonStar } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { deriveSubmissionId } from '../../../data/submissions/deriveSubmissionId.ts';
import { useHydrated } from '../../../views/hooks/useHydrated.ts';
import { AlertDialog, AlertDialogTrigger } from '../../../views/ui/AlertDialog.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { SubmitQuestion } from '../../../views/ui/SubmitQuestion.tsx';
import { CommandNotice } from '../../commands/CommandNotice.tsx';
import { useCommand } from '../../commands/useCommand.ts';

type OfConversation = { conversationId: string };

/** Wakes a conversation that sleeps, or ends it for good. */
export function SleepingControls({
  conversationId,
  formSeed,
  run,
}: OfConversation & {
  formSeed: string;
  /** The newest run: each sleep has its own form. */
  run: number;
}) {
  const { t } = useTranslation('standing');
  const wake = useCommand('wake');
  const end = useCommand('end_standing');
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <wake.Form method="post" action={`/conversations/${conversationId}`} preventScrollReset>
          <input
            type="hidden"
            name="submissionId"
            value={deriveSubmissionId(formSeed, `wake:${String(run)}`)}
          />
          <Button type="submit" name="intent" value="wake" size="sm" variant="primary" pending={wake.pending}>
            {wake.pending ? null : <AlarmClock aria-hidden />}
            {t('wakeNow')}
          </Button>
        </wake.Form>
        <EndStanding command={end} conversationId={conversationId} />
      </div>
      <CommandNotice result={wake.result} />
      <CommandNotice result={end.result} />
    </div>
  );
}

/** Makes a conversation that has ended a standing one. */
export function StandButton({ conversationId }: OfConversation) {
  const { t } = useTranslation('standing');
  const { Form, pending, result } = useCommand('stand');
  return (
    <div>
      <Form method="post" action={`/conversations/${conversationId}`} preventScrollReset>
        <Button type="submit" name="intent" value="stand" size="sm" pending={pending} title={t('standHint')}>
          {pending ? null : <MoonStar aria-hidden />}
          {t('stand')}
        </Button>
      </Form>
      <CommandNotice result={result} />
    </div>
  );
}

/** Asks for confirmation if scripts run. */
function EndStanding({
  command: { Form, pending },
  conversationId,
}: OfConversation & { command: ReturnType<typeof useCommand> }) {
  const { t } = useTranslation('standing');
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const button = (
    <Button type={hydrated ? 'button' : 'submit'} size="sm" pending={pending}>
      {pending ? null : <CircleStop aria-hidden />}
      {t('end')}
    </Button>
  );
  return (
    <AlertDialog>
      <Form ref={form} method="post" action={`/conversations/${conversationId}`} preventScrollReset>
        <input type="hidden" name="intent" value="end_standing" />
        {hydrated ? <AlertDialogTrigger asChild>{button}</AlertDialogTrigger> : button}
      </Form>
      <SubmitQuestion
        form={form}
        title={t('confirm.title')}
        description={t('confirm.description')}
        keep={t('confirm.keep')}
        submit={t('confirm.end')}
      />
    </AlertDialog>
  );
}
