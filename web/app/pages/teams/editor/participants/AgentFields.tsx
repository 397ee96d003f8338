import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useParticipantNames } from '../DraftContext.tsx';
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
  const names = useParticipantNames();
  return (
    <>
      <TextField
        path={[...path, 'systemMessage']}
        label="System message"
        hint="What it is told of itself."
        rows={5}
      />
      <ModelClientFields path={[...path, 'model']} />
      <FieldGroup legend="Tools">
        <ToolsField path={[...path, 'tools']} />
      </FieldGroup>
      <FieldGroup
        legend="Handoffs"
        hint="Each is a tool with which it hands over, to a participant or to “user”."
      >
        <ListEditor
          path={[...path, 'handoffs']}
          noun="handoff"
          titleOf={(handoff) => `To ${textOf(valueAt(handoff, ['target'])) || '…'}`}
          add={[{ label: 'Add a handoff', entry: () => newHandoff(names.at(-1) ?? 'user') }]}
        >
          {(handoff) => <HandoffFields path={handoff} />}
        </ListEditor>
      </FieldGroup>
      <MoreAgentFields path={path} />
    </>
  );
}

function MoreAgentFields({ path }: { path: TeamPath }) {
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2 text-sm font-medium">
        Context, memory, tool use, output, filter, review
      </summary>
      <div className="space-y-5 border-t border-line p-3.5">
        <ContextFields path={[...path, 'context']} />
        <FieldGroup legend="Memory" hint="Put before its model at each of its turns.">
          <ListEditor
            path={[...path, 'memory']}
            noun="memory"
            titleOf={(memory, index) => textOf(valueAt(memory, ['name'])) || `Memory ${String(index + 1)}`}
            add={[{ label: 'Add a memory', entry: () => ({ kind: 'list', name: null, contents: [] }) }]}
          >
            {(memory) => (
              <>
                <TextField path={[...memory, 'name']} label="Name" nullable />
                <ListEditor
                  path={[...memory, 'contents']}
                  noun="content"
                  titleOf={(content, index) =>
                    textOf(valueAt(content, ['content'])).slice(0, 60) || `Content ${String(index + 1)}`
                  }
                  add={[{ label: 'Add a content', entry: () => ({ content: '', mimeType: 'text/plain' }) }]}
                >
                  {(content) => (
                    <>
                      <TextField path={[...content, 'content']} label="Content" rows={3} />
                      <TextField path={[...content, 'mimeType']} label="Media type" mono />
                    </>
                  )}
                </ListEditor>
              </>
            )}
          </ListEditor>
        </FieldGroup>
        <FieldGroup legend="Tool use">
          <NumberField
            path={[...path, 'maxToolIterations']}
            label="Rounds of tool calls a turn"
            hint="At least 1."
          />
          <CheckField
            path={[...path, 'reflectOnToolUse']}
            label="Its model puts the results into words"
            hint="Otherwise the results are its message, in the format below."
          />
          <TextField
            path={[...path, 'toolCallSummaryFormat']}
            label="Format of the results"
            hint="With {tool_name}, {arguments}, {result} and {is_error}."
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
