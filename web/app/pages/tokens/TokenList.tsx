import { Form, useNavigation } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';

export interface Token {
  id: string;
  name: string;
  prefix: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
}

/** The person's tokens, to revoke. */
export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('tokens');
  const navigation = useNavigation();
  if (tokens.length === 0) {
    return (
      <Card>
        <EmptyState icon={KeyRound} title={t('empty.title')} description={t('empty.description')} />
      </Card>
    );
  }
  return (
    <Card>
      <h2 className="sr-only">{t('list.label')}</h2>
      <ul className="divide-y divide-line">
        {tokens.map((token) => (
          <li key={token.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 sm:px-5">
            <div className="min-w-44 flex-1">
              <h3 className="font-medium wrap-anywhere">{token.name}</h3>
              <p className="font-mono text-[0.8125rem] text-ink-muted">{token.prefix}…</p>
              <TokenTimes token={token} />
            </div>
            <Form method="post">
              <input type="hidden" name="tokenId" value={token.id} />
              <Button
                type="submit"
                name="intent"
                value="revoke"
                size="sm"
                pending={navigation.formData?.get('tokenId') === token.id}
                aria-label={t('list.revokeName', { name: token.name })}
              >
                {t('list.revoke')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TokenTimes({ token: { createdAt, lastUsedAt, expiresAt } }: { token: Token }) {
  const { t } = useTranslation('tokens');
  const time = (at: Date) => ({ time: <RelativeTime at={at} /> });
  return (
    <ul className="flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-muted">
      <li>
        <Trans t={t} i18nKey="list.created" components={time(createdAt)} />
      </li>
      <li>
        {lastUsedAt === null ? (
          t('list.neverUsed')
        ) : (
          <Trans t={t} i18nKey="list.lastUsed" components={time(lastUsedAt)} />
        )}
      </li>
      {expiresAt === null ? null : (
        <li>
          <Trans t={t} i18nKey="list.expires" components={time(expiresAt)} />
        </li>
      )}
    </ul>
  );
}
