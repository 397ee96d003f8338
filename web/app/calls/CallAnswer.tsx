import type { Json } from '../../../workflows/domain/json.ts';
import { Card, CardBody, CardHeader } from '../components/ui/Card.tsx';
import { CodeBlock } from '../components/ui/CodeBlock.tsx';

/** What came back, to read and as it is stored. */
export function CallAnswer({ state, response }: { state: string; response: Json }) {
  const text = textOf(response);
  return (
    <Card>
      <CardHeader title={state === 'completed' ? 'Answer' : 'What came back'} />
      <CardBody>
        {response === null ? <p className="text-sm text-ink-muted">Nothing.</p> : null}
        {text === null ? null : (
          <p className="rounded-lg bg-sunken px-3.5 py-2.5 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
            {text}
          </p>
        )}
        {response === null ? null : (
          <details className="mt-4">
            <summary className="w-fit rounded text-sm font-medium">The answer as JSON</summary>
            <CodeBlock label="The answer as JSON" className="mt-2">
              {JSON.stringify(response, null, 2)}
            </CodeBlock>
          </details>
        )}
      </CardBody>
    </Card>
  );
}

function textOf(response: Json): string | null {
  if (response === null || typeof response !== 'object' || Array.isArray(response)) return null;
  const { content } = response;
  return typeof content === 'string' ? content : null;
}
