import { fromFirstForm } from './firstForm.ts';
import { at, isRecord, type Place } from './report.ts';

/** The component in a file. Studio wraps what it stores: `{id, component: {…}}` for a team, `{id, config: {…}}` for a gallery. */
export function componentIn(place: Place): Place {
  if (!isRecord(place.value) || 'provider' in place.value) return place;
  const { component, config } = place.value;
  if (isRecord(component)) return componentIn(at(place, 'component', component));
  if (isRecord(config) && ('team_type' in config || 'agent_type' in config)) {
    return componentIn(at(place, 'config', config));
  }
  return { ...place, value: fromFirstForm(place.value) };
}

/** The lists of a gallery, wherever the file has them; null if it is not a gallery. */
export function galleryOf(place: Place): Place | null {
  if (!isRecord(place.value) || 'provider' in place.value) return null;
  const { items, components } = place.value;
  // Before 0.4.1, the content of a gallery was called items, and everything except its teams was one level deeper.
  if (isRecord(items)) {
    const value = { ...(isRecord(items.components) ? items.components : {}), teams: items.teams };
    return at(place, 'items', value);
  }
  if (isRecord(components)) return at(place, 'components', components);
  return isRecord(place.value.config) ? galleryOf(at(place, 'config', place.value.config)) : null;
}
