import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const giveInput: TaskQuestion = ({ speaker, prompt }) =>
  `Waiting for ${speaker} to reply${prompt === null || prompt === '' ? '' : `: ${shortMachineText(prompt)}`}`;
