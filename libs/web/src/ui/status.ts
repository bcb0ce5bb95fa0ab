import type { UnitStatus } from '#contracts';

/** Colour family of a unit: can be sent, committed, with a patient, not usable. */
export type Family = 'av' | 're' | 'pa' | 'ou';
/** The eight shapes of a status: movement, not phase. */
export type Glyph = 'disc' | 'half' | 'hollow' | 'arrow' | 'square' | 'hospital' | 'cross';
/** The shape on the map: at its base, moving (turned to its heading), stopped, or ordered and not yet acknowledged. */
export type MapShape = 'base' | 'move' | 'stop' | 'hollow';

export const FAMILY_OF_STATUS: Record<UnitStatus, Family> = {
  available: 'av',
  returning: 'av',
  notified: 're',
  acknowledged: 're',
  en_route: 're',
  on_scene: 'pa',
  at_patient: 'pa',
  left_scene: 'pa',
  at_hospital: 'pa',
  handed_over: 'pa',
  out_of_service: 'ou',
};

export const GLYPH_OF_STATUS: Record<UnitStatus, Glyph> = {
  available: 'disc',
  returning: 'half',
  notified: 'hollow',
  acknowledged: 'arrow',
  en_route: 'arrow',
  on_scene: 'square',
  at_patient: 'square',
  left_scene: 'arrow',
  at_hospital: 'hospital',
  handed_over: 'hospital',
  out_of_service: 'cross',
};

export const MAP_SHAPE_OF_STATUS: Record<UnitStatus, MapShape> = {
  available: 'base',
  returning: 'move',
  notified: 'hollow',
  acknowledged: 'move',
  en_route: 'move',
  on_scene: 'stop',
  at_patient: 'stop',
  left_scene: 'move',
  at_hospital: 'stop',
  handed_over: 'stop',
  out_of_service: 'base',
};
