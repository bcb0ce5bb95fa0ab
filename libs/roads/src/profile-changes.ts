import { EMERGENCY, PROFILES, type ByProfile, byProfile, type TravelProfile, type WrongWay } from './profile.js';

type Numbers = Pick<
  TravelProfile,
  'alleyKmh' | 'linkFactor' | 'sirenFactor' | 'forbiddenTurnSeconds' | 'boardingSeconds'
>;

/** What a centre may correct of how a kind of vehicle drives; what it leaves out stays as it is. */
export type ProfileChanges = Partial<Numbers> & {
  readonly speedKmh?: Partial<TravelProfile['speedKmh']>;
  readonly barrierSeconds?: Partial<TravelProfile['barrierSeconds']>;
  readonly wrongWay?: Omit<WrongWay, 'never'> | null;
};

/** The product's profiles with a centre's corrections. */
export const correctedProfiles = (changes: Partial<ByProfile<ProfileChanges>>): ByProfile<TravelProfile> =>
  byProfile((name) => corrected(PROFILES[name], changes[name] ?? {}));

function corrected(profile: TravelProfile, changes: ProfileChanges): TravelProfile {
  const { speedKmh, barrierSeconds, wrongWay, ...numbers } = changes;
  const never = profile.wrongWay?.never ?? EMERGENCY.wrongWay!.never;
  return {
    ...profile,
    ...numbers,
    speedKmh: { ...profile.speedKmh, ...speedKmh },
    barrierSeconds: { ...profile.barrierSeconds, ...barrierSeconds },
    wrongWay: wrongWay === undefined ? profile.wrongWay : wrongWay && { ...wrongWay, never },
  };
}
