import { createContext } from 'react';
import type { CommandResult } from './commandResult.ts';

/** What became of a form that was sent without JavaScript; undefined where none was. */
export const PlainResult = createContext<CommandResult | undefined>(undefined);
