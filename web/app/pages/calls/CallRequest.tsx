import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RebuiltRequest } from '../../data/calls/rebuiltRequest.ts';
import { MachineText } from '../../views/text/MachineText.tsx';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { CodeBlock } from '../../views/ui/CodeBlock.tsx';
import { Fold } from '../../views/ui/Fold.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { RequestMessages } from './RequestMessages.tsx';

/** The request in readable form and as sent, and whether its hash proves that it is exact. */
export function CallRequest({ request }: { request: RebuiltRequest }) {
  const { t } = useTranslation('calls');
  return (
    <Card>
      <CardHeader
        title={t('request.title')}
        description={t('request.description')}
        actions={
          request.kind === 'exact' ? (
            <Badge tone="green">
              <ShieldCheck aria-hidden className="size-3.5" />
              {t('request.exact')}
            </Badge>
          ) : null
        }
      />
      <CardBody>
        {request.kind === 'too_large' ? (
          <Notice kind="warning" title={t('request.tooLarge')}>
            {t('request.tooLargeHint')}
          </Notice>
        ) : request.kind === 'unreadable' ? (
          <Notice kind="warning" title={t('request.unreadable')}>
            {t('request.unreadableHint')}
          </Notice>
        ) : (
          <>
            {request.kind === 'differs' ? (
              <Notice kind="warning" title={t('request.differs')} className="mb-4">
                {t('request.differsHint')}
              </Notice>
            ) : null}
            <RequestMessages messages={request.messages} />
            {request.tools.length === 0 ? null : (
              <Fold label={t('request.tools', { count: request.tools.length })} className="mt-4">
                <ul className="space-y-3">
                  {request.tools.map(({ name, description, parameters }) => (
                    <li key={name}>
                      <p className="font-mono text-[0.8125rem] font-semibold wrap-anywhere">{name}</p>
                      <p className="mb-1.5 text-[0.8125rem] whitespace-pre-wrap text-ink-muted wrap-anywhere">
                        {description}
                      </p>
                      <MachineText label={t('request.parameters', { tool: name })} text={parameters} />
                    </li>
                  ))}
                </ul>
              </Fold>
            )}
            {request.format === null ? null : (
              <Fold label={t('request.format')} className="mt-4">
                <MachineText label="response_format" text={request.format} />
              </Fold>
            )}
            <details className="mt-4">
              <summary className="w-fit rounded text-sm font-medium">{t('request.body')}</summary>
              <CodeBlock label={t('request.json')} className="mt-2">
                {request.json}
              </CodeBlock>
            </details>
          </>
        )}
      </CardBody>
    </Card>
  );
}
