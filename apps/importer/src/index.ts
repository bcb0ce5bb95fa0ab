/**
 * Reads regions from files into the database: OpenStreetMap (PBF, XML) and wards (GeoJSON). The command line is
 * `main.ts`; the server uses the same functions to import at its start.
 */
export { ImportRefused } from './osm.js';
export type { Progress } from './osm-file.js';
export { ProgressBar } from './progress-bar.js';
export { readOsm, type ReadOptions } from './read-osm.js';
export { readAreas, readWards, readClipArea, type ReadAreas } from './areas.js';
export { importAreas, type AreasImport, type ImportedAreas } from './import-areas.js';
export { importFile, type FileImport } from './import-file.js';
export { importRegion, type ImportOptions, type ImportReport } from './import-region.js';
