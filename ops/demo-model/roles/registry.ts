import type { Situation } from '../situation.ts';
import { analyst } from './analyst.ts';
import { coder } from './coder.ts';
import { editor } from './editor.ts';
import { generic } from './generic.ts';
import { planner } from './planner.ts';
import { reporter } from './reporter.ts';
import { researcher } from './researcher.ts';
import { reviewer } from './reviewer.ts';
import type { Role } from './role.ts';
import { support } from './support.ts';
import { writer } from './writer.ts';

const roles: Role[] = [writer, reviewer, planner, researcher, analyst, editor, support, coder, reporter];

/** The role that the instructions describe: the one whose word occurs first in them. */
export function roleFor({ instructions }: Situation): Role {
  const found = roles
    .map((role) => ({ role, at: instructions.search(role.pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.role ?? generic;
}
