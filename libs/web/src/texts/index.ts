import { COMMON } from './common.js';
import { CONSOLE } from './console.js';
import { CREW } from './crew.js';
import { DESK } from './desk.js';
import { JOURNAL } from './journal.js';
import { ROADS } from './roads.js';
import { SENDING } from './sending.js';
import { STATS } from './stats.js';

export { COMMON, CONSOLE, CREW, DESK, JOURNAL, ROADS, SENDING, STATS };
/** The whole dictionary, by screen. */
export const DICTIONARY = { COMMON, CONSOLE, CREW, DESK, JOURNAL, ROADS, SENDING, STATS };
export { fill, section, LANGUAGES, type Language } from './wording.js';
export { applyLanguage, useLanguage, useTexts, type Say, type Texts } from './language.js';
