import type { RoadAccess } from '#region';
import type { Tags } from './osm.js';

const CLOSED = new Set(['no', 'private', 'agricultural', 'forestry']);
const ALLOWED = new Set(['yes', 'designated', 'permissive', 'destination', 'customers', 'delivery', 'official']);

export const opens = (value: string | undefined): boolean => ALLOWED.has(value ?? '');

/** The value of the first of these keys that is there: the most particular tag decides. */
export const mostParticular = (tags: Tags, keys: readonly string[]): string | undefined =>
  tags[keys.find((key) => tags[key] !== undefined) ?? ''];

const ON_FOUR_WHEELS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];
const ON_TWO_WHEELS = ['motorcycle', 'motor_vehicle', 'vehicle', 'access'];

/**
 * Whom the signs of a way let in. `byDefault` is what its kind allows where no tag says anything: cars and motorbikes on
 * a street, neither on a path. An ambulance goes where cars go, unless the map says something of ambulances.
 */
export function accessOf(tags: Tags, byDefault: boolean): RoadAccess {
  const admits = (keys: readonly string[]): boolean => {
    // A tag for everybody opens a path to feet, not to engines.
    if (!byDefault) return opens(mostParticular(tags, keys.slice(0, -1)));
    return !CLOSED.has(mostParticular(tags, keys) ?? 'yes');
  };
  const car = admits(ON_FOUR_WHEELS);
  const emergency = tags['emergency'];
  return {
    car,
    motorbike: admits(ON_TWO_WHEELS),
    emergency: emergency === 'no' ? false : opens(emergency) || car,
  };
}
