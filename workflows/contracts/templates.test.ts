import { describe, expect, it } from '@jest/globals';
import { teamTemplates } from '../domain/templates/teamTemplates.ts';
import { templateWords } from '../domain/templates/templateWords.ts';
import { exportComponent } from './autogen/exportComponent.ts';
import { importComponent } from './autogen/importComponent.ts';
import { teamConfigSchema } from './team.ts';

describe('the gallery', () => {
  it.each(teamTemplates)('holds a team that is taken: $name', ({ config }) => {
    expect(teamConfigSchema.parse(config)).toEqual(config);
  });

  it.each(teamTemplates)('holds a team that AutoGen takes too: $name', ({ config }) => {
    expect(
      importComponent(JSON.parse(JSON.stringify(exportComponent(config, 'gpt-4o-mini').component))),
    ).toMatchObject({
      ok: true,
    });
  });

  it('has a team for every pattern, and one for each way to hold teams', () => {
    const patterns = teamTemplates.map(({ config }) => config.pattern.kind);
    expect(new Set(patterns)).toEqual(
      new Set(['single_agent', 'round_robin', 'selector', 'swarm', 'graph', 'magentic_one']),
    );
    const kinds = teamTemplates.flatMap(({ config }) => config.participants.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(['agent', 'person', 'team', 'society', 'code_executor']));
  });

  it('calls each team by its own name and address', () => {
    for (const names of [
      teamTemplates.map(({ slug }) => slug),
      Object.values(templateWords).map(({ name }) => name),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { slug } of teamTemplates) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
