/**
 * A region that needs no outside data: the roads, rivers, wards, places and fleet of the former Bình Dương, drawn from
 * waypoints typed by hand and generated streets, the same every time. It says of itself that it is no map to drive by.
 */
export { demonstrationRegion } from './region.js';
