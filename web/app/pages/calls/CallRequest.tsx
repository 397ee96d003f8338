import { ShieldCheck } from 'lucide-react';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { CodeBlock } from '../../views/ui/CodeBlock.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Fold } from '../../views/ui/Fold.tsx';
import { MachineText } from '../../views/text/MachineText.tsx';
import { countOf } from '../../views/format/count.ts';
import type { RebuiltRequest } from '../../data/calls/rebuiltRequest.ts';
import { RequestMessages } from './RequestMessages.tsx';

/** The request, to read and as it was sent, and whether it is proven to be that. */
export function CallRequest({ request }: { request: RebuiltRequest }) {
  return (
    <Card>
      <CardHeader
        title="Request"
        description="Rebuilt from the transcript as it stood when the request left."
        actions={
          request.kind === 'exact' ? (
            <Badge tone="green">
              <ShieldCheck aria-hidden className="size-3.5" />
              Exact, by its SHA-256
            </Badge>
          ) : null
        }
      />
      <CardBody>
        {request.kind === 'too_large' ? (
          <Notice kind="warning" title="This request is too long to be shown">
            The transcript behind it has more than 4 MB. Each of its messages can be read whole in the
            conversation.
          </Notice>
        ) : request.kind === 'unreadable' ? (
          <Notice kind="warning" title="This request can’t be shown">
            It was stored in a form that this version does not know.
          </Notice>
        ) : (
          <>
            {request.kind === 'differs' ? (
              <Notice kind="warning" title="This may not be exactly what was sent" className="mb-4">
                Its hash is not that of the request that left. The transcript has changed since in a way that
                can’t be undone here.
              </Notice>
            ) : null}
            <RequestMessages messages={request.messages} />
            {request.tools.length === 0 ? null : (
              <Fold label={`${countOf(request.tools.length, 'tool')} offered`} className="mt-4">
                <ul className="space-y-3">
                  {request.tools.map(({ name, description, parameters }) => (
                    <li key={name}>
                      <p className="font-mono text-[0.8125rem] font-semibold wrap-anywhere">{name}</p>
                      <p className="mb-1.5 text-[0.8125rem] whitespace-pre-wrap text-ink-muted wrap-anywhere">
                        {description}
                      </p>
                      <MachineText label={`Parameters of ${name}`} text={parameters} />
                    </li>
                  ))}
                </ul>
              </Fold>
            )}
            {request.format === null ? null : (
              <Fold label="The form of the answer" className="mt-4">
                <MachineText label="response_format" text={request.format} />
              </Fold>
            )}
            <details className="mt-4">
              <summary className="w-fit rounded text-sm font-medium">The body as JSON</summary>
              <CodeBlock label="The request as JSON" className="mt-2">
                {request.json}
              </CodeBlock>
            </details>
          </>
        )}
      </CardBody>
    </Card>
  );
}
