import { FEW_CASES, type Calibration, type Statistics } from '#contracts';
import type { MissionRecord, PromiseRecord } from './ledger.js';

interface Kept {
  readonly promised: PromiseRecord;
  readonly drivenSeconds: number;
}

/** Promised against driven, from the order (03) to the scene (06), of missions that arrived. */
export function calibrationOf(missions: readonly MissionRecord[]): Statistics['calibration'] {
  const kept = missions.flatMap(({ promised, times }): Kept[] => {
    const [ordered, arrived] = [times.get('03'), times.get('06')];
    if (!promised || ordered === undefined || arrived === undefined || arrived < ordered) return [];
    return [{ promised, drivenSeconds: (arrived - ordered) / 1_000 }];
  });
  return {
    all: calibrate(kept),
    usual: calibrate(kept.filter(({ promised }) => promised.learnedFromDrives === 0)),
    learned: calibrate(kept.filter(({ promised }) => promised.learnedFromDrives > 0)),
  };
}

function calibrate(kept: readonly Kept[]): Calibration {
  const n = kept.length;
  if (n < FEW_CASES) return { n, meanAbsoluteErrorSeconds: null, biasSeconds: null, withinP90: null };
  const mean = (of: (one: Kept) => number) => kept.reduce((sum, one) => sum + of(one), 0) / n;
  const late = ({ promised, drivenSeconds }: Kept) => drivenSeconds - promised.etaSeconds;
  return {
    n,
    meanAbsoluteErrorSeconds: mean((one) => Math.abs(late(one))),
    biasSeconds: mean(late),
    withinP90: mean(({ promised, drivenSeconds }) => (drivenSeconds <= promised.etaP90Seconds ? 1 : 0)),
  };
}
