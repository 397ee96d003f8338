import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const giveInput: TaskQuestion = ({ speaker, prompt }) =>
  `It is the turn of ${speaker}${prompt === null || prompt === '' ? '' : `: ${shortMachineText(prompt)}`}`;
