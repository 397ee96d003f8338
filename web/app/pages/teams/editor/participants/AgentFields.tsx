import { useTranslation } from 'react-i18next';
import { handoffTo } from '../../../../../../workflows/contracts/autogen/defaults.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { MemoriesField } from '../../memories/MemoriesField.tsx';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { CheckField } from '../fields/CheckField.tsx';
import { ContextFields } from '../fields/ContextFields.tsx';
import { FieldGroup } from '../fields/FieldGroup.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { textOf, valueAt } from '../jsonValue.ts';
import { ToolsField } from '../tools/ToolsField.tsx';
import { FilterFields } from './FilterFields.tsx';
import { HandoffFields } from './HandoffFields.tsx';
import { KnowledgeFields } from './KnowledgeFields.tsx';
import { OutputFields } from './OutputFields.tsx';
import { ReviewFields } from './ReviewFields.tsx';

/** The fields that only an agent has. */
export function AgentFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const own = textOf(useField([...path, 'name']).value);
  // An agent can't hand over to itself.
  const others = useParticipantNames().filter((name) => name !== own);
  return (
    <>
      <TextField
        path={[...path, 'systemMessage']}
        label={t('agent.fields.systemMessage')}
        hint={t('agent.fields.systemMessageHint')}
        rows={5}
      />
      <ModelClientFields path={[...path, 'model']} />
      <FieldGroup legend={t('agent.fields.tools')}>
        <ToolsField path={[...path, 'tools']} />
      </FieldGroup>
      <FieldGroup legend={t('agent.fields.handoffs')} hint={t('agent.fields.handoffsHint')}>
        <ListEditor
          path={[...path, 'handoffs']}
          noun="handoff"
          titleOf={(handoff) =>
            t('agent.fields.handoffTo', { target: textOf(valueAt(handoff, ['target'])) || '…' })
          }
          add={[{ label: t('agent.fields.addHandoff'), entry: () => handoffTo(others.at(-1) ?? 'user') }]}
        >
          {(handoff) => <HandoffFields path={handoff} />}
        </ListEditor>
      </FieldGroup>
      <FieldGroup legend={t('agent.fields.knowledge.title')} hint={t('agent.fields.knowledge.hint')}>
        <KnowledgeFields path={[...path, 'knowledge']} />
      </FieldGroup>
      <MoreAgentFields path={path} />
    </>
  );
}

function MoreAgentFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2 text-sm font-medium">{t('agent.fields.more')}</summary>
      <div className="space-y-5 border-t border-line p-3.5">
        <ContextFields path={[...path, 'context']} />
        <FieldGroup legend={t('agent.fields.memory')} hint={t('agent.fields.memoryHint')}>
          <MemoriesField path={[...path, 'memory']} />
        </FieldGroup>
        <FieldGroup legend={t('agent.fields.toolUse')}>
          <NumberField
            path={[...path, 'maxToolIterations']}
            label={t('agent.fields.maxToolIterations')}
            hint={t('agent.fields.maxToolIterationsHint')}
          />
          <CheckField
            path={[...path, 'reflectOnToolUse']}
            label={t('agent.fields.reflectOnToolUse')}
            hint={t('agent.fields.reflectOnToolUseHint')}
          />
          <TextField
            path={[...path, 'toolCallSummaryFormat']}
            label={t('agent.fields.toolCallSummaryFormat')}
            hint={t('agent.fields.toolCallSummaryFormatHint')}
            mono
          />
        </FieldGroup>
        <OutputFields path={[...path, 'output']} />
        <FilterFields path={[...path, 'filter']} />
        <ReviewFields path={[...path, 'review']} />
      </div>
    </details>
  );
}
