import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { Coverage } from '#contracts';
import type { Colours } from './colours.js';

/** The marks of ambulance services: within 8 minutes is good, beyond 15 is a gap. */
export const COVER_MINUTES = { late: 8, far: 15 } as const;
type Cover = 'late' | 'far';

const coverOf = (minutes: number | null): Cover | null => {
  if (minutes === null || minutes > COVER_MINUTES.far) return 'far';
  return minutes > COVER_MINUTES.late ? 'late' : null;
};

/** Squares beyond the marks; those side by side in a row are one rectangle. What is well covered stays free. */
export function coverageFeatures(coverage: Coverage | null): FeatureCollection {
  const features: Feature[] = [];
  if (!coverage) return { type: 'FeatureCollection', features };
  const { cells, cellDegrees: side } = coverage;
  const inRows = cells.toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);
  const runs: Run[] = [];
  for (const [west, south, minutes] of inRows) {
    const cover = coverOf(minutes);
    const last = runs.at(-1);
    const joins = last?.cover === cover && last?.south === south && Math.abs(last.east - west) < side / 10;
    if (last && joins) last.east = west + side;
    else if (cover) runs.push({ cover, west, south, east: west + side });
  }
  features.push(...runs.map((run) => rectangle(run, run.south + side)));
  return { type: 'FeatureCollection', features };
}

/** Squares of one kind side by side. */
interface Run {
  readonly cover: Cover;
  readonly west: number;
  readonly south: number;
  east: number;
}

function rectangle({ cover, west, south, east }: Run, north: number): Feature {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { cover } };
}

/** Under the roads' names and every mark; the gap is hatched besides, because colour alone tells nobody enough. */
export function coverageLayers({ map }: Colours): LayerSpecification[] {
  return [
    {
      id: 'coverage',
      type: 'fill',
      source: 'coverage',
      paint: {
        'fill-antialias': false,
        'fill-color': ['match', ['get', 'cover'], 'far', map['cover-far'], map['cover-late']],
        'fill-opacity': ['match', ['get', 'cover'], 'far', 0.22, 0.16],
      },
    },
    {
      id: 'coverage-gap',
      type: 'fill',
      source: 'coverage',
      filter: ['==', ['get', 'cover'], 'far'],
      paint: { 'fill-antialias': false, 'fill-pattern': 'hatch-gap', 'fill-opacity': 0.45 },
    },
  ];
}
