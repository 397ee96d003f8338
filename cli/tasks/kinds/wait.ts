import { shortMachineText } from '../../shortText.ts';
import type { TaskQuestion } from '../taskQuestion.ts';

export const wait: TaskQuestion = ({ speaker, wait: asked, deadlineAt }) =>
  `${speaker} waits until ${deadlineAt ?? 'it is woken'}: ${shortMachineText(asked?.reason ?? '')}`;
