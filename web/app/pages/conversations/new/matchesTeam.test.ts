import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { matchesTeam } from './matchesTeam.ts';

const bureau = {
  name: 'Translation Bureau',
  description: 'Translates and checks.',
  config: team({ participants: [agent({ name: 'reviewer' })] }),
};

describe('a search among teams', () => {
  it.each(['', 'bureau', 'TRANSLATION  checks', 'reviewer'])('finds a team by %p', (search) => {
    expect(matchesTeam(bureau, search)).toBe(true);
  });

  it('wants each of its words', () => {
    expect(matchesTeam(bureau, 'bureau writer')).toBe(false);
  });
});
