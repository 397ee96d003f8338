import { agent, team } from '../../../../../workflows/domain/team.ts';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import type { Translate } from '../../../languages/translator.ts';

/** The editor's initial content, by a template's slug or "blank"; null if there is no such template. */
export function startingPoint(slug: string, t: Translate): { name: string; text: string } | null {
  if (slug === 'blank') {
    const blank = team({
      description: '',
      participants: [
        agent({
          name: 'assistant',
          description: t('editor:starts.assistant.description'),
          systemMessage: t('editor:starts.agent.systemMessage'),
        }),
      ],
      termination: { kind: 'max_messages', maxMessages: 12, includeAgentEvents: false },
    });
    return { name: '', text: JSON.stringify(blank, null, 2) };
  }
  const template = teamTemplates.find((each) => each.slug === slug);
  return template === undefined
    ? null
    : { name: t(`gallery:${template.slug}.name`), text: JSON.stringify(template.config, null, 2) };
}
