/**
 * Geometry on the map, pure: distances, bearings, points along and nearest to a line. Positions are `[lng, lat]` in
 * degrees (WGS 84), lengths are metres; a line within one city is treated as flat (error below 0.1 % up to 50 km).
 */
export * from './distance.js';
export * from './line.js';
export * from './area.js';
export * from './ewkb.js';
export * from './point.js';
