import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../views/ui/Button.tsx';
import { useField, useListField, useParticipantNames } from '../DraftContext.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { FieldErrors } from '../fields/FieldErrors.tsx';
import { textOf, valueAt } from '../jsonValue.ts';
import { useScope } from '../TeamScope.tsx';
import { GraphDrawing } from './GraphDrawing.tsx';
import { GraphNodeFields } from './GraphNodeFields.tsx';
import { withoutNode } from './graphReferences.ts';

/** The graph of a graph flow: drawn, and as a list of nodes, each with the edges that leave it. */
export function GraphFields() {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  const path = [...at, 'pattern'];
  const names = useParticipantNames();
  const pattern = useField(path);
  const { entries, errors, place, set } = useListField([...path, 'nodes']);
  const start = useField([...path, 'startNode']);
  const inGraph = entries.map((node) => textOf(valueAt(node, ['name'])));
  const missing = names.filter((name) => !inGraph.includes(name));
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="text-sm font-medium">{t('graph.legend')}</legend>
      <p className="text-[0.8125rem] leading-snug text-ink-muted">{t('graph.hint')}</p>
      <GraphDrawing at={at} />
      <FieldErrors errors={errors} />
      <ol className="space-y-3" {...place}>
        {entries.map((_node, index) => (
          <li key={index}>
            <GraphNodeFields
              path={[...path, 'nodes', index]}
              index={index}
              participants={names}
              nodes={inGraph}
              onRemove={() => pattern.set(withoutNode(pattern.value, index))}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {missing.map((name) => (
          <Button
            key={name}
            size="sm"
            className="h-auto min-h-8 max-w-full py-1 text-left wrap-anywhere whitespace-normal"
            onClick={() => set([...entries, { name, edges: [], activation: 'all' }])}
          >
            <Plus aria-hidden />
            {t('graph.addNode', { name })}
          </Button>
        ))}
      </div>
      <ChoiceField
        path={[...path, 'startNode']}
        label={t('graph.startNode')}
        choices={inGraph.filter((name) => name !== '').map((name) => ({ value: name, label: name }))}
        noneLabel={t('graph.startNodeNone')}
        hint={typeof start.value === 'string' ? t('graph.startNodeHint') : undefined}
      />
    </fieldset>
  );
}
