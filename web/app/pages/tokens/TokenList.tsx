import { Form, useNavigation } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
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

/** One's tokens, to take back. */
export function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const navigation = useNavigation();
  if (tokens.length === 0) {
    return (
      <Card>
        <EmptyState
          icon={KeyRound}
          title="No tokens yet"
          description="On the machine of npm start the command line needs none. Elsewhere it wants one, and so does the API."
        />
      </Card>
    );
  }
  return (
    <Card>
      <h2 className="sr-only">Your tokens</h2>
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
                aria-label={`Revoke ${token.name}`}
              >
                Revoke
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TokenTimes({ token: { createdAt, lastUsedAt, expiresAt } }: { token: Token }) {
  return (
    <p className="text-[0.8125rem] text-ink-muted">
      Made <RelativeTime at={createdAt} />,{' '}
      {lastUsedAt === null ? (
        'never used'
      ) : (
        <>
          last used <RelativeTime at={lastUsedAt} />
        </>
      )}
      {expiresAt === null ? null : (
        <>
          , runs out <RelativeTime at={expiresAt} />
        </>
      )}
    </p>
  );
}
