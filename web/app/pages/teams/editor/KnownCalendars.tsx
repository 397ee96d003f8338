import { createContext, useContext } from 'react';

const KnownCalendarsContext = createContext<readonly string[]>([]);

/** Gives the fields below the names of the project's working calendars. */
export const KnownCalendarsProvider = KnownCalendarsContext.Provider;

export function useKnownCalendars(): readonly string[] {
  return useContext(KnownCalendarsContext);
}
