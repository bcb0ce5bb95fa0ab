import { Gazetteer, type NamedRoad } from '#places';
import { CentrePlaces, RegionStore, type FormerUnit, type Query, type WardArea } from '#region';

/** The gazetteer, of the region's places and those that the centre keeps itself. */
export interface LoadedPlaces {
  readonly places: Gazetteer;
  /** Of the centre's own places. */
  readonly placesVersion: number;
}

/** What places lie in and on. */
interface Surroundings {
  readonly wards: readonly WardArea[];
  readonly formerUnits: readonly FormerUnit[];
  readonly roads: readonly NamedRoad[];
}

/** Builds in slices: a server that answers meanwhile hardly notices. */
export async function loadPlaces(query: Query, { wards, formerUnits, roads }: Surroundings): Promise<LoadedPlaces> {
  const store = new RegionStore(query);
  const centre = new CentrePlaces(query);
  const placesVersion = await centre.getVersion();
  const own = (await centre.list()).map((place) => ({ ...place, id: `centre-${place.id}` }));
  const places = await Gazetteer.buildInSteps({
    places: [...own, ...(await store.listPlaces())],
    wards,
    formerUnits,
    roads,
  });
  return { places, placesVersion };
}
