import { CircleStop, CircleX, Pause, Play } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationStateName } from '../../../../workflows/domain/recordStates.ts';
import type { Intent } from '../../data/conversations/intents.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { AlertDialog, AlertDialogTrigger } from '../../views/ui/AlertDialog.tsx';
import { Button, type ButtonProps } from '../../views/ui/Button.tsx';
import { SubmitQuestion } from '../../views/ui/SubmitQuestion.tsx';
import { CommandNotice } from '../commands/CommandNotice.tsx';
import { useCommand } from '../commands/useCommand.ts';

/** Pause or resume, stop after this turn, cancel now. */
export function ConversationControls({
  conversationId,
  state,
}: {
  conversationId: string;
  state: ConversationStateName;
}) {
  const { t } = useTranslation('conversation');
  const pause = useCommand('pause');
  const resume = useCommand('resume');
  const stop = useCommand('stop');
  const cancel = useCommand('cancel');
  const paused =
    state === 'paused' || (pause.result?.ok === true && resume.result?.ok !== true && state !== 'running');
  const results = [pause, resume, stop, cancel].map(({ result }) => result);
  return (
    <div>
      <div className="flex flex-wrap gap-2">
        {paused ? (
          <Steer command={resume} intent="resume" conversationId={conversationId} variant="primary">
            <Play aria-hidden />
            {t('controls.resume')}
          </Steer>
        ) : (
          <Steer command={pause} intent="pause" conversationId={conversationId}>
            <Pause aria-hidden />
            {t('controls.pause')}
          </Steer>
        )}
        <Steer command={stop} intent="stop" conversationId={conversationId} title={t('controls.stopHint')}>
          <CircleStop aria-hidden />
          {t('controls.stop')}
        </Steer>
        <CancelNow command={cancel} conversationId={conversationId} />
      </div>
      {results.map((result, index) => (
        <CommandNotice key={index} result={result} />
      ))}
      {pause.result?.ok && state === 'running' ? (
        <p role="status" className="mt-2 text-[0.8125rem] text-ink-muted">
          {t('controls.pausing')}
        </p>
      ) : null}
      {stop.result?.ok && state === 'running' ? (
        <p role="status" className="mt-2 text-[0.8125rem] text-ink-muted">
          {t('controls.stopping')}
        </p>
      ) : null}
    </div>
  );
}

type SteerProps = Pick<ButtonProps, 'variant' | 'title'> & {
  command: ReturnType<typeof useCommand>;
  intent: Intent;
  conversationId: string;
  children: ReactNode;
};

function Steer({ command: { Form, pending }, intent, conversationId, children, ...button }: SteerProps) {
  return (
    <Form method="post" action={`/conversations/${conversationId}`} preventScrollReset>
      <Button type="submit" name="intent" value={intent} size="sm" pending={pending} {...button}>
        {children}
      </Button>
    </Form>
  );
}

/** Asks for confirmation if scripts run; without them the button cancels immediately, as its label says. */
function CancelNow({
  command,
  conversationId,
}: {
  command: ReturnType<typeof useCommand>;
  conversationId: string;
}) {
  const { t } = useTranslation('conversation');
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { Form, pending } = command;
  if (!hydrated) {
    return (
      <Steer command={command} intent="cancel" conversationId={conversationId}>
        <CircleX aria-hidden />
        {t('controls.cancel')}
      </Steer>
    );
  }
  return (
    <AlertDialog>
      <Form ref={form} method="post" action={`/conversations/${conversationId}`} preventScrollReset>
        <input type="hidden" name="intent" value="cancel" />
        <AlertDialogTrigger asChild>
          <Button size="sm" pending={pending}>
            <CircleX aria-hidden />
            {t('controls.cancel')}
          </Button>
        </AlertDialogTrigger>
      </Form>
      <SubmitQuestion
        form={form}
        title={t('controls.confirm.title')}
        description={t('controls.confirm.description')}
        keep={t('controls.confirm.keep')}
        submit={t('controls.confirm.cancel')}
      />
    </AlertDialog>
  );
}
