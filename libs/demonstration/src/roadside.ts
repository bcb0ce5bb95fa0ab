import Flatbush from 'flatbush';
import type { LngLat } from '#contracts';
import { distance, stepFrom, toLngLat, toPlane, type XY } from './plane.js';

/** A gate stands some way off the middle of the road. */
const GATE_METRES = 25;

/** Moves places typed by hand to the side of the nearest road that was drawn. */
export class Roadside {
  private readonly index: Flatbush;

  constructor(private readonly roadPoints: readonly XY[]) {
    this.index = new Flatbush(roadPoints.length);
    for (const [x, y] of roadPoints) this.index.add(x, y);
    this.index.finish();
  }

  beside(position: LngLat): LngLat {
    const wished = toPlane(position);
    const [found = 0] = this.index.neighbors(wished[0], wished[1], 1);
    const road = this.roadPoints[found] ?? wished;
    if (distance(road, wished) <= GATE_METRES) return toLngLat(wished);
    return toLngLat(stepFrom(road, Math.atan2(wished[1] - road[1], wished[0] - road[0]), GATE_METRES));
  }
}
