const MAP_TOKENS = [
  'land',
  'built',
  'industrial',
  'green',
  'water',
  'water-label',
  'border',
  'road-alley',
  'road-minor',
  'road-middle',
  'road-major',
  'road-case',
  'label',
  'road-label',
  'place',
  'halo',
  'edge',
  'hollow',
  'hospital',
  'hospital-edge',
  'hospital-cross',
  'ring',
  'obstruction',
  'cover-late',
  'cover-far',
] as const;
const SIGNAL_TOKENS = [
  'av',
  're',
  'pa',
  'ou',
  'p1-solid',
  'p1-on',
  'p2-solid',
  'p2-on',
  'p3',
  'p3-solid',
  'p3-on',
  'p4',
  'p4-on',
  'accent',
  'route-suggested',
] as const;

export type MapColour = (typeof MAP_TOKENS)[number];
export type SignalColour = (typeof SIGNAL_TOKENS)[number];
/** Every colour the map draws with, as the style sheet says for the theme in force at an element. */
export interface Colours {
  readonly map: Readonly<Record<MapColour, string>>;
  readonly signal: Readonly<Record<SignalColour, string>>;
}

/** Reads the custom properties where the map stands: WebGL and canvas know no `var()`. */
export function coloursAt(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = <K extends string>(keys: readonly K[], prefix: string) =>
    Object.fromEntries(keys.map((key) => [key, style.getPropertyValue(`--${prefix}${key}`).trim()])) as Record<
      K,
      string
    >;
  return { map: read(MAP_TOKENS, 'map-'), signal: read(SIGNAL_TOKENS, '') };
}
