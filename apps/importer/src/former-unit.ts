import type { FormerUnit } from '#region';
import { nameOf } from './names.js';
import type { Tags } from './osm.js';

export type FormerLevel = FormerUnit['level'];

const LEVELS: Readonly<Record<string, { readonly level: FormerLevel; readonly prefix: RegExp }>> = {
  '6': { level: 'district', prefix: /^(quận|huyện|thị xã|thành phố)\s+/iu },
  '8': { level: 'ward', prefix: /^(phường|xã|thị trấn)\s+/iu },
};

export interface FoundUnit {
  readonly level: FormerLevel;
  readonly name: string;
  readonly fullName: string;
}

/**
 * The unit of before 1 July 2025 that a border describes: districts no longer exist, and their wards were numbered one
 * level below them. A new ward stands where districts stood and is told from them by its title.
 */
export function findFormerUnit(tags: Tags): FoundUnit | null {
  const isBorder = tags['boundary'] === 'administrative' || tags['boundary'] === 'historic';
  const found = isBorder ? LEVELS[tags['admin_level'] ?? ''] : undefined;
  const fullName = nameOf(tags);
  if (!found || !fullName || !found.prefix.test(fullName)) return null;
  const bare = fullName.replace(found.prefix, '');
  // Quận 1 is never called 1.
  return { level: found.level, name: /^\d+$/.test(bare) ? fullName : bare, fullName };
}
