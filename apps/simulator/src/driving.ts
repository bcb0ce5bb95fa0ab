import type { LngLat } from '#contracts';
import { bearingDegrees, lineLengthMetres, pointAlong, type Line } from '#geo';

export interface Moment {
  readonly at: LngLat;
  readonly headingDegrees: number;
  readonly speedMps: number;
  readonly arrived: boolean;
}

/** How far ahead the driver looks: the heading is that of the next stretch, not of a metre of kerb. */
const LOOK_AHEAD_METRES = 12;

/** A drive along a line at an even speed. */
export class Drive {
  private readonly lengthMetres: number;

  /** @param speedMps average over the whole line, above zero */
  constructor(
    private readonly line: Line,
    private readonly speedMps: number,
  ) {
    if (line.length === 0 || !(speedMps > 0)) throw new RangeError('a drive needs a line and a speed');
    this.lengthMetres = lineLengthMetres(line);
  }

  get seconds(): number {
    return this.lengthMetres / this.speedMps;
  }

  /** Where the vehicle is so many seconds after it left; after the end it stands at the end. */
  after(seconds: number): Moment {
    const metres = Math.min(seconds * this.speedMps, this.lengthMetres);
    const at = pointAlong(this.line, metres);
    const arrived = metres >= this.lengthMetres;
    const from = arrived ? pointAlong(this.line, metres - LOOK_AHEAD_METRES) : at;
    const to = arrived ? at : pointAlong(this.line, metres + LOOK_AHEAD_METRES);
    return { at, headingDegrees: bearingDegrees(from, to), speedMps: arrived ? 0 : this.speedMps, arrived };
  }
}
