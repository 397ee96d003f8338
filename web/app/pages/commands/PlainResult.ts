import { createContext } from 'react';
import type { CommandResult } from './commandResult.ts';

/** The result of a form sent without JavaScript; undefined if none was. */
export const PlainResult = createContext<CommandResult | undefined>(undefined);
