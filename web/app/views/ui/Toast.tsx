import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';

export type ToastMessage = { title: string; description?: string; tone?: 'success' | 'error' };

type ShownToast = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/**
 * Shows a short message in the corner, which screen readers read out. It disappears, so use it only for what the page
 * also shows.
 *
 * @example
 * const toast = useToast();
 * toast({ title: 'Saved' });
 */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/**
 * Holds the page's toasts; placed once, around everything. Radix's viewport has a style attribute, which the policy
 * refuses in HTML from the server, so it is rendered only while there is something to show.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setToasts((shown) => [...shown.slice(-2), { ...message, id: (shown.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const { t } = useTranslation();
  const dismiss = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const items = useMemo(
    () => toasts.map((toast) => <ToastItem key={toast.id} toast={toast} onDismiss={dismiss} />),
    [toasts, dismiss],
  );
  return (
    <ToastContext.Provider value={show}>
      {children}
      {toasts.length > 0 ? (
        <Radix.Provider label={t('notification')} swipeDirection="right" duration={6000}>
          {items}
          <Radix.Viewport
            label={t('notifications')}
            className="fixed right-0 bottom-16 z-50 m-4 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none lg:bottom-0"
          />
        </Radix.Provider>
      ) : null}
    </ToastContext.Provider>
  );
}

function ToastItem({ toast, onDismiss }: { toast: ShownToast; onDismiss: (id: number) => void }) {
  const isError = toast.tone === 'error';
  const Icon = isError ? CircleAlert : CircleCheck;
  const { t } = useTranslation();
  return (
    <Radix.Root
      type={isError ? 'foreground' : 'background'}
      onOpenChange={(open) => {
        if (!open) onDismiss(toast.id);
      }}
      className="flex animate-rise items-start gap-3 rounded-xl border border-line bg-surface p-3.5 shadow-overlay"
    >
      <Icon
        aria-hidden
        className={classNames('mt-0.5 size-4.5 shrink-0', isError ? 'text-red-ink' : 'text-green-ink')}
      />
      <div className="min-w-0 flex-1 text-sm">
        <Radix.Title className="font-medium">{toast.title}</Radix.Title>
        {toast.description ? (
          <Radix.Description className="mt-0.5 text-ink-muted">{toast.description}</Radix.Description>
        ) : null}
      </div>
      <Radix.Close asChild>
        <Button variant="ghost" size="icon" aria-label={t('dismiss')} className="-m-1.5 size-7">
          <X aria-hidden />
        </Button>
      </Radix.Close>
    </Radix.Root>
  );
}
