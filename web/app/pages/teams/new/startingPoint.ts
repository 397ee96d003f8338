import { agent, team } from '../../../../../workflows/domain/team.ts';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';

/** What the editor begins with, by a template's slug or "blank"; null: there is no such template. */
export function startingPoint(slug: string): { name: string; text: string } | null {
  if (slug === 'blank') {
    const blank = team({
      description: '',
      participants: [
        agent({ name: 'assistant', description: 'Helps.', systemMessage: 'You are a helpful assistant.' }),
      ],
      termination: { kind: 'max_messages', maxMessages: 12, includeAgentEvents: false },
    });
    return { name: '', text: JSON.stringify(blank, null, 2) };
  }
  const template = teamTemplates.find((each) => each.slug === slug);
  return template === undefined
    ? null
    : { name: template.name, text: JSON.stringify(template.config, null, 2) };
}
