import type { LngLat, Place, PlaceSearchAnswer, PlaceSuggestion, Station } from '#contracts';
import type { Client } from './client.js';
import type { Random } from '#chance';

/** What callers name when they are asked where they are. */
const NAMED = [
  'chợ',
  'trường',
  'chùa',
  'ngã tư',
  'ngã ba',
  'khu công nghiệp',
  'công ty',
  'siêu thị',
  'công viên',
  'nhà thờ',
  'đường',
  'cầu',
];
const TRIES = 6;
/** Calls come from around the stations, where people live: this far, in degrees (about 4 km). */
const SPREAD_DEGREES = 0.036;

/** Real places of the served region, as a call taker finds them: by searching. */
export class Places {
  constructor(
    private readonly client: Client,
    private readonly stations: readonly Station[],
  ) {}

  /** @param atDoorstep the nearest match to a station, for incidents that are reached soon */
  async draw(random: Random, atDoorstep: boolean): Promise<Place> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const station = random.pick(this.stations);
      const found = await this.search(random.pick(NAMED), atDoorstep ? station.position : nearby(station, random));
      if (found.length > 0) return asTold(atDoorstep ? found[0]! : random.pick(found), random);
    }
    const { name, position } = random.pick(this.stations);
    return { address: name, position, source: 'gazetteer' };
  }

  private async search(words: string, near: LngLat): Promise<PlaceSuggestion[]> {
    const query = `q=${encodeURIComponent(words)}&near=${near.join(',')}`;
    return (await this.client.get<PlaceSearchAnswer>(`/api/places?${query}`)).suggestions;
  }
}

const nearby = ({ position: [lng, lat] }: Station, random: Random): LngLat => [
  lng + random.between(-SPREAD_DEGREES, SPREAD_DEGREES),
  lat + random.between(-SPREAD_DEGREES, SPREAD_DEGREES),
];

function asTold({ kind, name, position }: PlaceSuggestion, random: Random): Place {
  const address = kind === 'street' ? `${random.whole(1, 480)} ${name}` : name;
  return { address, position, source: 'gazetteer' };
}
