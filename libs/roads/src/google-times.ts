import { Client, TravelMode } from '@googlemaps/google-maps-services-js';
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
  private readonly client = new Client({});

  constructor(
    private readonly options: GoogleOptions,
    private readonly now: Now,
  ) {}

  async toPlace(origins: readonly TravelOrigin[], place: LngLat): Promise<TravelAnswer> {
    const batches: TravelOrigin[][] = [];
    for (let i = 0; i < origins.length; i += ORIGINS_PER_REQUEST)
      batches.push(origins.slice(i, i + ORIGINS_PER_REQUEST));
    const cancel = AbortSignal.timeout(this.options.deadlineMs);
    const times = await Promise.all(batches.map((batch) => this.ask(batch, place, cancel)));
    return { source: this.source, computedAt: this.now(), times: times.flat() };
  }

  private async ask(origins: readonly TravelOrigin[], place: LngLat, signal: AbortSignal) {
    const { data } = await this.client.distancematrix({
      params: {
        origins: origins.map(({ at }) => toLatLng(at)),
        destinations: [toLatLng(place)],
        mode: TravelMode.driving,
        // Google refuses a time in the past by the time the request arrives; the client passes the word on, untyped.
        departure_time: 'now' as unknown as Date,
        key: this.options.key,
      },
      ...(this.options.url ? { url: this.options.url } : {}),
      timeout: this.options.deadlineMs,
      signal,
    });
    if (data.status !== 'OK')
      throw new Error(`Google Distance Matrix: ${data.status} ${data.error_message ?? ''}`.trim());
    if (data.rows?.length !== origins.length) throw new Error('Google Distance Matrix: rows missing in the answer');
    return data.rows.map(({ elements }) => {
      const element = elements[0];
      if (element?.status !== 'OK') return null;
      const { value: seconds } = element.duration_in_traffic ?? element.duration;
      return { seconds, metres: element.distance.value };
    });
  }
}

const toLatLng = ([lng, lat]: LngLat) => ({ lat, lng });
