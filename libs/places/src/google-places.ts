import { Client, Language, type GeocodeResult, type GeocodeResponseData } from '@googlemaps/google-maps-services-js';
import type { LngLat, PlaceKind, PlaceSuggestion } from '#contracts';

export interface GooglePlacesOptions {
  readonly key: string;
  readonly deadlineMs: number;
  /** Another address than Google's own, e.g. a proxy. */
  readonly url?: string;
}

/** The corners of the region that is served: answers in it come first. */
export type Corners = readonly [west: number, south: number, east: number, north: number];

const MOST = 5;
const COUNTRY = 'VN';
const KINDS: readonly (readonly [type: string, kind: PlaceKind])[] = [
  ['street_address', 'house'],
  ['premise', 'house'],
  ['route', 'street'],
  ['intersection', 'junction'],
  ['hospital', 'hospital'],
  ['school', 'school'],
  ['place_of_worship', 'worship'],
  ['gas_station', 'fuel'],
];
const APPROXIMATE = { vi: 'Vị trí gần đúng', en: 'Approximate position' };

/**
 * A second opinion on a place from Google's Geocoding, with a deadline and a label; never part of the gazetteer, whose
 * answers do not wait for it.
 */
export class GooglePlaces {
  /** Without the client's own retries: they would spend the deadline. */
  private readonly client = new Client({ config: { raxConfig: { retry: 0, noResponseRetries: 0 } } });

  constructor(private readonly options: GooglePlacesOptions) {}

  /** @throws Error, in words and without the key, when Google refuses, fails or is late */
  async search(
    text: string,
    [west, south, east, north]: Corners,
    areasAt: (at: LngLat) => Pick<PlaceSuggestion, 'ward' | 'formerUnit'>,
  ): Promise<PlaceSuggestion[]> {
    const { key, deadlineMs, url } = this.options;
    const bounds = { southwest: { lng: west, lat: south }, northeast: { lng: east, lat: north } };
    const results = await this.client
      .geocode({
        params: { address: text, bounds, components: { country: COUNTRY }, language: Language.vi, key },
        ...(url ? { url } : {}),
        timeout: deadlineMs,
        signal: AbortSignal.timeout(deadlineMs),
      })
      .then(
        ({ data }) => data.results,
        (error: unknown) => {
          // Told in words and without its cause: the client's error carries the whole request, and so the key.
          throw new Error(`Google Geocoding: ${whyOf(error)}`);
        },
      );
    return results.slice(0, MOST).map((result) => suggestionOf(result, areasAt));
  }
}

function suggestionOf(
  { place_id, formatted_address, types, geometry }: GeocodeResult,
  areasAt: (at: LngLat) => Pick<PlaceSuggestion, 'ward' | 'formerUnit'>,
): PlaceSuggestion {
  const position: LngLat = [geometry.location.lng, geometry.location.lat];
  const said: readonly string[] = types;
  const isExact = geometry.location_type === 'ROOFTOP' || geometry.location_type === 'RANGE_INTERPOLATED';
  return {
    id: `google:${place_id}`,
    name: formatted_address.normalize('NFC'),
    kind: KINDS.find(([type]) => said.includes(type))?.[1] ?? 'landmark',
    ...areasAt(position),
    position,
    access: null,
    note: isExact ? null : APPROXIMATE,
    source: 'google',
  };
}

/** The client turns a refusal in the answer into an HTTP error; the answer still says why. */
function whyOf(error: unknown): string {
  const { response, message } = error as { response?: { data?: Partial<GeocodeResponseData> }; message: string };
  const { status, error_message: words = '' } = response?.data ?? {};
  return status ? `${status} ${words}`.trim() : message;
}
