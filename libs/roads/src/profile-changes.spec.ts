import { correctedProfiles } from './profile-changes.js';
import { RoadGraphTimes } from './road-graph-times.js';
import { RoadGraph } from './graph.js';
import { RoadsInForce } from './roads-in-force.js';
import { PROFILES } from './profile.js';
import { at, sketchNetwork } from './network.fixture.js';

/** A one-way street that leads away from the place, 100 m long, and a long way round. */
const ONE_WAY = RoadGraph.of(
  sketchNetwork({
    nodes: { a: [0, 0], b: [1, 0], c: [1, 9], d: [0, 9] },
    ways: [{ path: 'ab', direction: 'forward' }, { path: 'bc' }, { path: 'cd' }, { path: 'da' }],
  }),
);

async function seconds(profiles = PROFILES): Promise<number> {
  const roads = new RoadsInForce(ONE_WAY, profiles);
  const { times } = await new RoadGraphTimes(roads, () => new Date()).toPlace([{ at: at(1, 0.1) }], at(0, 0.1));
  await roads.close();
  return times[0]!.seconds;
}

describe("A centre's corrections of the profiles", () => {
  it('leave everything as it is when there are none', () => {
    expect(correctedProfiles({})).toEqual(PROFILES);
  });

  it('change one number of one profile, and keep the rest', () => {
    const { emergency, normal } = correctedProfiles({
      emergency: { speedKmh: { primary: 55 }, barrierSeconds: { gate: null }, forbiddenTurnSeconds: null },
    });
    expect(emergency.speedKmh).toEqual({ ...PROFILES.emergency.speedKmh, primary: 55 });
    expect(emergency.barrierSeconds).toEqual({ ...PROFILES.emergency.barrierSeconds, gate: null });
    expect(emergency.forbiddenTurnSeconds).toBeNull();
    expect(emergency.wrongWay).toEqual(PROFILES.emergency.wrongWay);
    expect(normal).toEqual(PROFILES.normal);
  });

  it('are what the roads are weighed by: a centre that forbids driving against one-way streets drives round', async () => {
    const against = await seconds();
    const round = await seconds(correctedProfiles({ emergency: { wrongWay: null } }));
    expect(round).toBeGreaterThan(against + 120);
    const dear = await seconds(
      correctedProfiles({ emergency: { wrongWay: { longestMetres: 150, kmh: 5, seconds: 60 } } }),
    );
    expect(dear).toBeGreaterThan(against + 40);
    expect(dear).toBeLessThan(round);
  });
});
