import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What each room may import, by prefix. Libraries are entered through their index (`#name`) only, and imports point
 * down this list; only apps/api knows HTTP and sockets of the server; the browser knows the contract and the web
 * library, and nothing else of ours.
 */
const ROOMS: Record<string, readonly string[]> = {
  'libs/contracts': ['zod'],
  'libs/chance': [],
  'libs/steps': [],
  'libs/geo': ['#contracts'],
  'libs/region': ['#contracts', '#geo'],
  'libs/hierarchy': [],
  'libs/roads': ['#steps', '#contracts', '#geo', '#hierarchy', '#region', 'flatbush', '@googlemaps/'],
  'libs/places': ['#steps', '#contracts', '#geo', '#region', 'flatbush', '@googlemaps/'],
  'libs/tiles': ['#steps', '#contracts', '#geo', '#region', '@maplibre/'],
  'libs/demonstration': ['#chance', '#contracts', '#geo', '#region', '@turf/turf', 'flatbush'],
  'libs/journal': ['#contracts', 'typeorm', 'uuidv7'],
  'libs/incidents': ['#contracts', '#geo', '#journal', 'typeorm', 'uuidv7'],
  'libs/fleet': ['#contracts', '#geo', '#region', '#journal', 'typeorm', 'uuidv7'],
  'libs/traffic': ['#steps', '#contracts', '#geo', '#region', '#journal', '#roads', 'typeorm', 'uuidv7'],
  'libs/telephony': ['#contracts', '#geo', '#journal', '#incidents', 'typeorm', 'uuidv7'],
  'libs/dispatch': [
    '#contracts',
    '#geo',
    '#journal',
    '#incidents',
    '#fleet',
    '#roads',
    '#traffic',
    'typeorm',
    'uuidv7',
  ],
  'libs/alarms': ['#contracts', '#journal', 'typeorm', 'uuidv7'],
  'libs/paper': ['#contracts', '#journal', '#incidents', '#fleet', '#dispatch', 'typeorm', 'uuidv7'],
  'libs/messages': ['#contracts', '#geo', '#journal', '#incidents', '#fleet', '#dispatch', 'typeorm', 'uuidv7'],
  'libs/casualties': ['#contracts', '#geo', '#journal', '#incidents', '#dispatch', 'typeorm', 'uuidv7'],
  'libs/shift-log': ['#contracts', '#journal', '#incidents', '#fleet', '#traffic', '#dispatch', 'typeorm', 'uuidv7'],
  'libs/links': ['#contracts', '#geo', '#journal', '#incidents', 'typeorm', 'uuidv7'],
  'libs/board': [
    '#alarms',
    '#contracts',
    '#journal',
    '#incidents',
    '#telephony',
    '#fleet',
    '#traffic',
    '#dispatch',
    '#messages',
    '#links',
    '#casualties',
    'typeorm',
  ],
  'libs/coverage': ['#contracts', '#geo', '#roads'],
  'libs/reporting': ['#contracts', '#journal', 'typeorm'],
  'libs/database': [
    '#alarms',
    '#journal',
    '#incidents',
    '#telephony',
    '#fleet',
    '#traffic',
    '#dispatch',
    '#messages',
    '#links',
    '#paper',
    '#casualties',
    '#shift-log',
    'typeorm',
    'pg',
    '@electric-sql/',
  ],
  'libs/web': [
    '#contracts',
    'react',
    'react-dom',
    'zustand',
    'socket.io-client',
    'maplibre-gl',
    '@tabler/',
    '@fontsource-variable/',
    '@tanstack/',
    'uuidv7',
    'zod',
  ],
  'apps/api': [
    '#',
    '@nestjs/',
    'express',
    'helmet',
    'jose',
    'pino',
    'prom-client',
    'reflect-metadata',
    'socket.io',
    'typeorm',
    'uuidv7',
    'yaml',
    'zod',
    '@node-rs/argon2',
  ],
  'apps/importer': [
    '#contracts',
    '#geo',
    '#region',
    '#places',
    '#roads',
    '#journal',
    '#database',
    'typeorm',
    'pg',
    'csv-parse',
    'sax',
    'zod',
    '@turf/turf',
  ],
  'apps/simulator': ['#chance', '#contracts', '#geo', 'socket.io-client', 'uuidv7', 'zod'],
  'apps/console': [
    '#contracts',
    '#web',
    'react',
    'react-dom',
    'zustand',
    '@tabler/',
    '@tanstack/',
    'idb',
    'uqr',
    'zod',
  ],
  'apps/crew': ['#contracts', '#web', 'react', 'react-dom', 'zustand', '@tabler/', 'zod'],
  'apps/field': ['#contracts'],
  'apps/stats': ['#contracts', '#web', 'react', 'react-dom', 'zustand', '@tabler/', '@tanstack/', 'zod'],
};

const isProduct = (file: string) =>
  /\.tsx?$/.test(file) && !/\.(spec|fixture)\.tsx?$/.test(file) && !file.endsWith('.d.ts');

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => isProduct(file) && statSync(file).isFile());
}

const roomsOnDisk = ['libs', 'apps'].flatMap((top) =>
  readdirSync(join(ROOT, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${top}/${entry.name}`),
);

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Rooms that run in a browser, or in both: there is no Node there. */
const WITHOUT_NODE = [
  'libs/contracts',
  'libs/geo',
  'libs/web',
  'apps/console',
  'apps/crew',
  'apps/field',
  'apps/stats',
];

function isAllowed(room: string, file: string, name: string): boolean {
  // GeoJSON's types, which no package brings at run time.
  if (name === 'geojson') return true;
  if (name.startsWith('node:')) return !WITHOUT_NODE.includes(room);
  if (name.startsWith('.')) return resolve(dirname(file), name).startsWith(`${join(ROOT, room)}/`);
  return ROOMS[room]!.some(
    (prefix) => name === prefix || name.startsWith(/[#/]$/.test(prefix) ? prefix : `${prefix}/`),
  );
}

describe('The architecture', () => {
  it('has a rule for every room, and a room for every rule', () => {
    expect(roomsOnDisk.sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(Object.keys(ROOMS))('%s imports only what it may', (room) => {
    const strangers = sourcesBelow(join(ROOT, room)).flatMap((file) =>
      importsOf(file)
        .filter((name) => !isAllowed(room, file, name))
        .map((name) => `${relative(ROOT, file)} imports ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it('knows the environment in one place only, and the machine clock in one place only', () => {
    const server = ['libs', 'apps/api', 'apps/importer']
      .flatMap((top) => sourcesBelow(join(ROOT, top)))
      .filter((file) => !file.includes('libs/web'));
    const using = (pattern: RegExp) =>
      server.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map((file) => relative(ROOT, file));
    expect(using(/process\.env\b/)).toEqual([
      'apps/api/src/enter-centre.main.ts',
      'apps/api/src/main.ts',
      'apps/api/src/verify-journal.main.ts',
      'apps/importer/src/areas.main.ts',
      'apps/importer/src/main.ts',
      'apps/importer/src/places.main.ts',
    ]);
    expect(using(/Date\.now\(\)|new Date\(\)/)).toEqual(['libs/journal/src/clock.ts']);
  });

  it('keeps its files short', () => {
    const long = Object.keys(ROOMS)
      .flatMap((room) => sourcesBelow(join(ROOT, room)))
      .map((file) => ({ file: relative(ROOT, file), lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 350);
    expect(long).toEqual([]);
  });
});
