import { useTranslation } from 'react-i18next';
import {
  KNOWLEDGE_TOOL,
  knowledgeOccasions,
  type KnowledgeUse,
} from '../../../../../../workflows/domain/knowledge/knowledgeUse.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { CollectionsField } from '../fields/CollectionsField.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { listAt, textOf, valueAt } from '../jsonValue.ts';
import { useKnownCollections } from '../KnownCollections.tsx';

/** What an agent knows from documents: its look-ups, each with its collections and how it finds. */
export function KnowledgeFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const known = useKnownCollections()?.names ?? [];
  const newUse = (): KnowledgeUse => ({
    collections: known.slice(0, known.length === 1 ? 1 : 0),
    how: 'before_each_answer',
    count: 6,
  });
  return (
    <ListEditor
      path={path}
      noun="lookUp"
      titleOf={(use, index) =>
        listAt(use, ['collections']).map(textOf).join(', ') ||
        t('agent.fields.knowledge.at', { number: index + 1 })
      }
      add={[{ label: t('agent.fields.knowledge.add'), entry: newUse }]}
    >
      {(use, value) => <UseFields path={use} asks={valueAt(value, ['how']) === 'tool'} />}
    </ListEditor>
  );
}

function UseFields({ path, asks }: { path: TeamPath; asks: boolean }) {
  const { t } = useTranslation('participants');
  return (
    <>
      <CollectionsField path={[...path, 'collections']} />
      <ChoiceField
        path={[...path, 'how']}
        label={t('agent.fields.knowledge.how')}
        choices={knowledgeOccasions.map((value) => ({
          value,
          label: t(`agent.fields.knowledge.occasions.${value}`),
        }))}
      />
      {asks ? <ToolFields path={path} /> : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <NumberField
          path={[...path, 'count']}
          label={t('agent.fields.knowledge.count')}
          hint={t('agent.fields.knowledge.countHint')}
        />
        <NumberField
          path={[...path, 'neighbours']}
          label={t('agent.fields.knowledge.neighbours')}
          hint={t('agent.fields.knowledge.neighboursHint')}
          placeholder="0"
          optional
        />
        <NumberField
          path={[...path, 'threshold']}
          label={t('agent.fields.knowledge.threshold')}
          hint={t('agent.fields.knowledge.thresholdHint')}
          placeholder={t('agent.fields.knowledge.thresholdNone')}
          optional
        />
        <NumberField
          path={[...path, 'vectorWeight']}
          label={t('agent.fields.knowledge.vectorWeight')}
          hint={t('agent.fields.knowledge.vectorWeightHint')}
          placeholder="0.7"
          optional
        />
        <NumberField
          path={[...path, 'diversity']}
          label={t('agent.fields.knowledge.diversity')}
          hint={t('agent.fields.knowledge.diversityHint')}
          placeholder="0"
          optional
        />
      </div>
      <JsonField
        path={[...path, 'filter']}
        label={t('agent.fields.knowledge.filter')}
        hint={t('agent.fields.knowledge.filterHint', { example: '{ "year": 2026 }' })}
        rows={2}
        optional
      />
    </>
  );
}

function ToolFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const owner = path.slice(0, -2);
  const rounds = useField([...owner, 'maxToolIterations']).value;
  const reflects = useField([...owner, 'reflectOnToolUse']).value === true;
  return (
    <>
      {typeof rounds === 'number' && rounds < 2 && !reflects ? (
        <p role="status" className="text-[0.8125rem] leading-snug text-amber-ink">
          {t('agent.fields.knowledge.asksAndStops')}
        </p>
      ) : null}
      <TextField
        path={[...path, 'toolName']}
        label={t('agent.fields.knowledge.toolName')}
        placeholder={KNOWLEDGE_TOOL}
        optional
        mono
      />
      <TextField
        path={[...path, 'toolDescription']}
        label={t('agent.fields.knowledge.toolDescription')}
        hint={t('agent.fields.knowledge.toolDescriptionHint')}
        rows={2}
        optional
      />
    </>
  );
}
