import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { CheckField } from '../fields/CheckField.tsx';
import { ContextFields } from '../fields/ContextFields.tsx';
import { FieldGroup } from '../fields/FieldGroup.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { newHandoff } from '../handoffWords.ts';
import { textOf, valueAt } from '../jsonValue.ts';
import { ToolsField } from '../tools/ToolsField.tsx';
import { FilterFields } from './FilterFields.tsx';
import { HandoffFields } from './HandoffFields.tsx';
import { OutputFields } from './OutputFields.tsx';
import { ReviewFields } from './ReviewFields.tsx';

/** What only an agent has. */
export function AgentFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const own = textOf(useField([...path, 'name']).value);
  // Nobody hands over to themselves.
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
          add={[{ label: t('agent.fields.addHandoff'), entry: () => newHandoff(others.at(-1) ?? 'user') }]}
        >
          {(handoff) => <HandoffFields path={handoff} />}
        </ListEditor>
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
          <ListEditor
            path={[...path, 'memory']}
            noun="memory"
            titleOf={(memory, index) =>
              textOf(valueAt(memory, ['name'])) || t('agent.fields.memoryAt', { number: index + 1 })
            }
            add={[
              {
                label: t('agent.fields.addMemory'),
                entry: () => ({ kind: 'list', name: null, contents: [] }),
              },
            ]}
          >
            {(memory) => (
              <>
                <TextField path={[...memory, 'name']} label={t('agent.fields.memoryName')} nullable />
                <ListEditor
                  path={[...memory, 'contents']}
                  noun="content"
                  titleOf={(content, index) =>
                    textOf(valueAt(content, ['content'])).slice(0, 60) ||
                    t('agent.fields.contentAt', { number: index + 1 })
                  }
                  add={[
                    {
                      label: t('agent.fields.addContent'),
                      entry: () => ({ content: '', mimeType: 'text/plain' }),
                    },
                  ]}
                >
                  {(content) => (
                    <>
                      <TextField path={[...content, 'content']} label={t('agent.fields.content')} rows={3} />
                      <TextField path={[...content, 'mimeType']} label={t('agent.fields.mimeType')} mono />
                    </>
                  )}
                </ListEditor>
              </>
            )}
          </ListEditor>
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
