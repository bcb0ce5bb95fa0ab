import { z } from 'zod';
import { StationId } from './ids.js';
import { Instant, keysOf, type Wording } from './values.js';
import { Priority } from './words.js';

/** The intervals, by their NEMSIS definitions: `from` and `to` are eTimes; a scene that nobody was carried from ends with 13. */
export const INTERVALS = {
  response: { vi: 'Đáp ứng toàn hệ thống', en: 'System response', from: '01', to: '06' },
  callHandling: { vi: 'Xử lý cuộc gọi', en: 'Call handling', from: '01', to: '03' },
  turnout: { vi: 'Xuất xe', en: 'Turnout', from: '03', to: '05' },
  travel: { vi: 'Di chuyển', en: 'Travel', from: '05', to: '06' },
  scene: { vi: 'Tại hiện trường', en: 'Scene', from: '06', to: '09' },
  transport: { vi: 'Chuyển viện', en: 'Transport', from: '09', to: '11' },
  handover: { vi: 'Bàn giao', en: 'Handover', from: '11', to: '12' },
  timeOnTask: { vi: 'Trọn nhiệm vụ', en: 'Time on task', from: '03', to: '13' },
} as const satisfies Record<string, Wording & { from: string; to: string }>;
export const IntervalKey = keysOf(INTERVALS);
export type IntervalKey = z.infer<typeof IntervalKey>;

export const StatisticsQuery = z.object({
  from: Instant,
  to: Instant,
  priority: z.coerce.number().pipe(Priority).optional(),
  stationId: StationId.optional(),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

/** Nearest-rank percentiles in seconds; null below 20 cases, because a percentile of few is noise. */
export const Summary = z.object({
  n: z.number().int(),
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
});
export type Summary = z.infer<typeof Summary>;
export const FEW_CASES = 20;

/** How the promised time of arrival was kept, from the order to the scene. */
export const Calibration = z.object({
  n: z.number().int(),
  /** Mean of |driven - promised|, and of driven - promised: positive means later than promised. */
  meanAbsoluteErrorSeconds: z.number().nullable(),
  biasSeconds: z.number().nullable(),
  /** Share that arrived by the promised P90; an honest one is 0.9. */
  withinP90: z.number().nullable(),
});
export type Calibration = z.infer<typeof Calibration>;

const Summaries = z.record(IntervalKey, Summary);
export const Statistics = z.object({
  from: Instant,
  to: Instant,
  computedAt: Instant,
  /** The journal's head the figures were computed from. */
  journalHead: z.number().int(),
  calls: z.number().int(),
  incidents: z.number().int(),
  /** Everybody those incidents were about: as counted at the scene, or as the caller said where nobody counted. */
  patients: z.number().int(),
  missions: z.number().int(),
  all: Summaries,
  byPriority: z.array(
    z.object({
      priority: Priority,
      intervals: Summaries,
      within8: z.number().nullable(),
      within15: z.number().nullable(),
    }),
  ),
  byStation: z.array(
    z.object({
      stationId: StationId,
      intervals: Summaries,
      within15: z.number().nullable(),
      offers: z.number().int(),
      refused: z.number().int(),
      unanswered: z.number().int(),
    }),
  ),
  /** By the ward of the incident, null where none is known; with the names its places had before 1 July 2025. */
  byWard: z.array(
    z.object({
      ward: z.string().nullable(),
      formerUnits: z.array(z.string()),
      incidents: z.number().int(),
      intervals: Summaries,
      within15: z.number().nullable(),
    }),
  ),
  /** Response by day, local date. */
  byDay: z.array(z.object({ day: z.string(), response: Summary })),
  /** Count of first arrivals by minute of response; the last bin is open. */
  distribution: z.array(z.object({ minute: z.number().int(), n: z.number().int() })),
  /** Promised against driven, by what the speeds rested on when the promise was made. */
  calibration: z.object({ all: Calibration, usual: Calibration, learned: Calibration }),
  /** Rides ordered for a time: measured by when they were due, and by nothing else here. */
  rides: z.object({
    n: z.number().int(),
    arrived: z.number().int(),
    /** Share that arrived no later than 10 minutes after they were due; null without any. */
    onTime: z.number().nullable(),
    /** How long after they were due; early is 0. */
    late: Summary,
  }),
  excluded: z.object({
    cancelledBeforeArrival: z.number().int(),
    noArrivalTime: z.number().int(),
    negative: z.number().int(),
    merged: z.number().int(),
  }),
});
export type Statistics = z.infer<typeof Statistics>;
