import { agent, team, type TeamParticipant } from '../team.ts';
import type { TeamTemplate } from './template.ts';

const translators: TeamParticipant = {
  kind: 'team',
  name: 'translators',
  description: 'Translate the text and check it against the original.',
  team: team({
    name: 'translators',
    description: 'Translate the text and check it against the original.',
    participants: [
      agent({
        name: 'translator',
        description: 'Translates.',
        systemMessage:
          'You translate the text of the task into the language that it names. Keep meaning, tone and form. Answer ' +
          'with the translation and nothing else. Take up the remarks of the reader and the native speaker.',
      }),
      agent({
        name: 'reader',
        description: 'Compares the translation with the original.',
        systemMessage:
          'You compare the latest translation with the original, sentence by sentence. List what is wrong, missing or ' +
          'added. If nothing is, say so.',
      }),
    ],
    // The task or the latest remark, then two translations and two readings.
    termination: { kind: 'max_messages', maxMessages: 5, includeAgentEvents: false },
  }),
};

export const translationBureau: TeamTemplate = {
  slug: 'translation-bureau',
  config: team({
    description: 'A team of translators and a native speaker.',
    participants: [
      translators,
      agent({
        name: 'native_speaker',
        description: 'Judges how the translation sounds.',
        systemMessage:
          'You are a native speaker of the target language and judge only how the latest translation sounds. Quote ' +
          'each phrase that no native speaker would use, and give a natural one. When it reads as if it had been ' +
          'written in that language, reply with the final text, and GOOD AS IT IS on the last line.',
        context: { kind: 'buffered', size: 6 },
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'GOOD AS IT IS', sources: ['native_speaker'] },
        { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
      ],
    },
  }),
};
