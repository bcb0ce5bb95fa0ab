import { TRAVEL_SOURCES, type Recommendation, type TravelBasis, type Wording } from '#contracts';
import { formatHourMinute, ROADS, useTexts } from '#web';

const BASIS_WORDS: Record<TravelBasis['speeds'], Wording> = {
  assumed: ROADS.basisAssumed,
  entered: ROADS.basisEntered,
  learned: ROADS.basisLearned,
};

/** What the times of the list rest on, in words. */
export function Basis({ recommendation: { basis, travelSource } }: { recommendation: Recommendation }) {
  const { t, say } = useTexts();
  const words = [say(TRAVEL_SOURCES[travelSource])];
  if (basis) {
    const { roadsVersion, obstructions, speeds, weighedAt, outdated } = basis;
    if (roadsVersion !== null) words.push(t(ROADS.basisRoads, { version: roadsVersion }));
    words.push(obstructions === 0 ? t(ROADS.basisFree) : t(ROADS.basisObstructions, { count: obstructions }));
    words.push(say(BASIS_WORDS[speeds]));
    if (outdated) words.push(t(ROADS.basisOutdated));
    else if (weighedAt) words.push(t(ROADS.basisSince, { time: formatHourMinute(weighedAt) }));
  }
  return (
    <p className="recommend-basis tn">
      {t(ROADS.basis)}: {words.join(' · ')}
    </p>
  );
}
