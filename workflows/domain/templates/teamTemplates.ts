import { advisoryBoard } from './advisoryBoard.ts';
import { calculator } from './calculator.ts';
import { customerService } from './customerService.ts';
import { releaseReview } from './releaseReview.ts';
import { researchDesk } from './researchDesk.ts';
import { taskForce } from './taskForce.ts';
import type { TeamTemplate } from './template.ts';
import { translationBureau } from './translationBureau.ts';
import { writersRoom } from './writersRoom.ts';

/** The gallery: a team for every pattern, the plainest first. */
export const teamTemplates: readonly TeamTemplate[] = [
  calculator,
  writersRoom,
  researchDesk,
  customerService,
  releaseReview,
  taskForce,
  advisoryBoard,
  translationBureau,
];
