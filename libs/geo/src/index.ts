/** Positions on the earth, pure: `[lng, lat]` in degrees, metres, degrees clockwise from north. */
export * from './point.js';
