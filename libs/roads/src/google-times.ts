import type { Client, DistanceMatrixResponseData, TravelMode } from '@googlemaps/google-maps-services-js';
import type { LngLat } from '#contracts';
import type { Now, TravelAnswer, TravelOrigin, TravelTimes } from './travel-times.js';

/** Origins in one Distance Matrix request, by Google's limit. */
const ORIGINS_PER_REQUEST = 25;

export interface GoogleOptions {
  readonly key: string;
  /** For all requests of one question together. */
  readonly deadlineMs: number;
  /** Another address than Google's own, e.g. a proxy. */
  readonly url?: string;
}

/** Travel times with live traffic from Google's Distance Matrix; only with a key, never without a deadline. */
export class GoogleTimes implements TravelTimes {
  readonly source = 'google';
  private readonly client: Promise<Client>;

  constructor(
    private readonly options: GoogleOptions,
    private readonly now: Now,
  ) {
    this.client = openClient();
  }

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const batches: TravelOrigin[][] = [];
    for (let i = 0; i < origins.length; i += ORIGINS_PER_REQUEST)
      batches.push(origins.slice(i, i + ORIGINS_PER_REQUEST));
    await this.client;
    const cancel = AbortSignal.timeout(this.options.deadlineMs);
    const times = await Promise.all(batches.map((batch) => this.ask(batch, place, cancel)));
    return { source: this.source, computedAt: this.now(), times: times.flat() };
  }

  private async ask(origins: readonly TravelOrigin[], place: LngLat, signal: AbortSignal) {
    const rows = await this.request(origins, place, signal);
    if (rows?.length !== origins.length) throw new Error('Google Distance Matrix: rows missing in the answer');
    return rows.map(({ elements }) => {
      const element = elements[0];
      if (element?.status !== 'OK') return null;
      const { value: seconds } = element.duration_in_traffic ?? element.duration;
      return { seconds, metres: element.distance.value };
    });
  }

  private async request(origins: readonly TravelOrigin[], place: LngLat, signal: AbortSignal) {
    try {
      const client = await this.client;
      const { data } = await client.distancematrix({
        params: {
          origins: origins.map(({ at }) => toLatLng(at)),
          destinations: [toLatLng(place)],
          mode: 'driving' as TravelMode,
          // Google refuses a time in the past when the request arrives; the client passes the word on, untyped.
          departure_time: 'now' as unknown as Date,
          key: this.options.key,
        },
        ...(this.options.url ? { url: this.options.url } : {}),
        timeout: this.options.deadlineMs,
        signal,
      });
      return data.rows;
    } catch (error) {
      // Told in words and without its cause: the client's error carries the whole request, and so the key.
      throw new Error(`Google Distance Matrix: ${whyOf(error)}`);
    }
  }
}

/**
 * The client, which is loaded only where there is a key: it takes more memory than a city's roads. Without its own
 * retries: they would spend the deadline, and the next source is the better retry.
 */
async function openClient(): Promise<Client> {
  const google = await import('@googlemaps/google-maps-services-js');
  return new google.Client({ config: { raxConfig: { retry: 0, noResponseRetries: 0 } } });
}

/** The client turns a refusal in the answer into an HTTP error; the answer still says why. */
function whyOf(error: unknown): string {
  const { response, message } = error as { response?: { data?: Partial<DistanceMatrixResponseData> }; message: string };
  const { status, error_message: words = '' } = response?.data ?? {};
  return status ? `${status} ${words}`.trim() : message;
}

const toLatLng = ([lng, lat]: LngLat) => ({ lat, lng });
