import type { TaskQuestion } from '../taskQuestion.ts';

export const reviewMessage: TaskQuestion = ({ speaker }) => `A draft of ${speaker} waits to be read`;
