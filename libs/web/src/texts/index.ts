import { COMMON } from './common.js';
import { CONSOLE } from './console.js';
import { CREW } from './crew.js';
import { DESK } from './desk.js';
import { JOURNAL } from './journal.js';
import { MESSAGES } from './messages.js';
import { PALETTE } from './palette.js';
import { ROADS } from './roads.js';
import { STATS } from './stats.js';

export { COMMON, CONSOLE, CREW, DESK, JOURNAL, MESSAGES, PALETTE, ROADS, STATS };
/** The whole dictionary, by screen. */
export const DICTIONARY = { COMMON, CONSOLE, CREW, DESK, JOURNAL, MESSAGES, PALETTE, ROADS, STATS };
export { fill, section, LANGUAGES, type Language } from './wording.js';
export { applyLanguage, useLanguage, useTexts, type Say, type Texts } from './language.js';
