import { HIGHWAYS } from './highways.js';
import type { MainRoad } from './main-road.js';
import { TOWN_ROADS } from './town-roads.js';

/** Roads that are there before any street is generated. */
export const MAIN_ROADS: readonly MainRoad[] = [...HIGHWAYS, ...TOWN_ROADS];
