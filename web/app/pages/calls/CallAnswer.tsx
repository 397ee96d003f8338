import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Json } from '../../../../workflows/domain/json.ts';
import type { ModelCallState } from '../../../../workflows/domain/recordStates.ts';
import { prettyJson } from '../../views/format/prettyJson.ts';
import { MachineText } from '../../views/text/MachineText.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { CodeBlock } from '../../views/ui/CodeBlock.tsx';
import { Fold } from '../../views/ui/Fold.tsx';

/** The readable parts of an answer in the ledger; answers of older or newer versions show less. */
const answerSchema = z.object({
  content: z.string().catch(''),
  reasoning: z.string().nullable().catch(null),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() })).catch([]),
});

/** The answer in readable form and as stored. */
export function CallAnswer({ state, response }: { state: ModelCallState; response: Json }) {
  const { t } = useTranslation('calls');
  const answer = answerSchema.safeParse(response).data;
  return (
    <Card>
      <CardHeader title={state === 'completed' ? t('answer.title') : t('answer.cameBack')} />
      <CardBody>
        {response === null ? <p className="text-sm text-ink-muted">{t('answer.nothing')}</p> : null}
        {answer === undefined || answer.reasoning === null ? null : (
          <Fold label={t('answer.reasoning')} className="mb-3">
            <p className="text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">{answer.reasoning}</p>
          </Fold>
        )}
        {answer === undefined || answer.content === '' ? null : (
          <p className="rounded-lg bg-sunken px-3.5 py-2.5 text-sm leading-relaxed whitespace-pre-wrap wrap-anywhere">
            {answer.content}
          </p>
        )}
        {answer?.toolCalls.map((call) => (
          <div key={call.id} className="mt-3">
            <MachineText label={t('answer.callOf', { tool: call.name })} text={prettyJson(call.arguments)} />
          </div>
        ))}
        {response === null ? null : (
          <details className="mt-4">
            <summary className="w-fit rounded text-sm font-medium">{t('answer.json')}</summary>
            <CodeBlock label={t('answer.json')} className="mt-2">
              {JSON.stringify(response, null, 2)}
            </CodeBlock>
          </details>
        )}
      </CardBody>
    </Card>
  );
}
