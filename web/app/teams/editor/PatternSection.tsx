import type { PatternConfig } from '../../../../workflows/domain/patterns/pattern.ts';
import { PATTERN_KINDS, patternInWords } from '../patternInWords.ts';
import { useField, useParticipantNames } from './DraftContext.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { ContextFields } from './fields/ContextFields.tsx';
import { KindField } from './fields/KindField.tsx';
import { ModelClientFields } from './fields/ModelClientFields.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { GraphFields } from './graph/GraphFields.tsx';
import { kindOf } from './jsonValue.ts';
import { newPattern } from './newParts.ts';

const PATH = ['pattern'];

const KINDS = Object.fromEntries(
  PATTERN_KINDS.map((kind) => [kind, patternInWords({ kind }).name]),
) as Record<PatternConfig['kind'], string>;

/** How the team chooses its speakers. */
export function PatternSection() {
  const names = useParticipantNames();
  const { value } = useField(PATH);
  const kind = PATTERN_KINDS.find((known) => known === kindOf(value));
  return (
    <div className="space-y-4">
      <KindField
        path={PATH}
        label="Pattern"
        hint={kind === undefined ? undefined : patternInWords({ kind }).description}
        kinds={KINDS}
        make={(next) => newPattern(next, names)}
      />
      {kind === undefined ? null : <OfKind kind={kind} />}
      <CheckField
        path={['emitTeamEvents']}
        label="Show in the transcript who was selected"
        hint="AutoGen’s emit_team_events."
      />
    </div>
  );
}

function OfKind({ kind }: { kind: PatternConfig['kind'] }) {
  switch (kind) {
    case 'round_robin':
    case 'single_agent':
    case 'swarm':
      return null;
    case 'graph':
      return <GraphFields />;
    case 'selector':
      return <SelectorFields />;
    case 'magentic_one':
      return <MagenticOneFields />;
  }
}

function SelectorFields() {
  return (
    <>
      <ModelClientFields path={[...PATH, 'model']} label="Who selects" />
      <TextField
        path={[...PATH, 'prompt']}
        label="How it is asked"
        hint="With {roles}, {participants} and {history}. Empty: AutoGen’s own words."
        rows={4}
        nullable
      />
      <CheckField path={[...PATH, 'allowRepeatedSpeaker']} label="The same one may speak twice in a row" />
      <NumberField path={[...PATH, 'maxAttempts']} label="Attempts before the fallback speaks" />
      <TextField
        path={[...PATH, 'candidateFilter']}
        label="Who may be chosen"
        hint="A CEL expression over name, description, previous and last (source, type, content). Empty: everybody."
        placeholder='name != "critic" || last.source == "writer"'
        nullable
        mono
      />
      <CheckField path={[...PATH, 'streaming']} label="With team events on, show the selector’s answers" />
      <ContextFields path={[...PATH, 'context']} />
    </>
  );
}

function MagenticOneFields() {
  return (
    <>
      <ModelClientFields path={[...PATH, 'model']} label="Who orchestrates" />
      <div className="grid grid-cols-2 gap-3">
        <NumberField path={[...PATH, 'maxStalls']} label="Stalls before it plans anew" />
        <NumberField path={[...PATH, 'maxResets']} label="New plans" placeholder="No limit" />
      </div>
      <TextField
        path={[...PATH, 'finalAnswerPrompt']}
        label="How it is asked for the final answer"
        hint="Empty: AutoGen’s own words."
        rows={3}
        nullable
      />
    </>
  );
}
