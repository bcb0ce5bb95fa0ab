import { z } from 'zod';
import { keysOf, LngLat, type Wording } from './values.js';
import { TravelSource } from './words.js';

/** What a driver does at one place of a drive. */
export const MANOEUVRES = {
  depart: { vi: 'Xuất phát', en: 'Start' },
  straight: { vi: 'Đi thẳng', en: 'Go straight on' },
  slight_left: { vi: 'Chếch trái', en: 'Bear left' },
  left: { vi: 'Rẽ trái', en: 'Turn left' },
  sharp_left: { vi: 'Ngoặt trái', en: 'Turn sharp left' },
  slight_right: { vi: 'Chếch phải', en: 'Bear right' },
  right: { vi: 'Rẽ phải', en: 'Turn right' },
  sharp_right: { vi: 'Ngoặt phải', en: 'Turn sharp right' },
  u_turn: { vi: 'Quay đầu', en: 'Make a U-turn' },
  roundabout: { vi: 'Vào vòng xoay', en: 'Enter the roundabout' },
  ferry: { vi: 'Lên phà', en: 'Board the ferry' },
  arrive: { vi: 'Đến nơi', en: 'Arrive' },
} as const satisfies Record<string, Wording>;
export const Manoeuvre = keysOf(MANOEUVRES);
export type Manoeuvre = z.infer<typeof Manoeuvre>;

/** One manoeuvre of a drive: where, what, onto which road, and how far it is driven then. */
export const Instruction = z.object({
  kind: Manoeuvre,
  /** Of a roundabout: which exit, counted from the entry. */
  exit: z.number().int().nullable(),
  /** The road taken, by name or code; null when it has neither. */
  name: z.string().nullable(),
  at: LngLat,
  /** Along the drive, from its start to here. */
  fromMetres: z.number(),
  /** From here to the next manoeuvre. */
  metres: z.number(),
  text: z.object({ vi: z.string(), en: z.string() }),
});
export type Instruction = z.infer<typeof Instruction>;

/** A drive by road: the line to draw, what to do where, and what the estimate rests on. */
export const Route = z.object({
  seconds: z.number(),
  metres: z.number(),
  source: TravelSource,
  line: z.array(LngLat),
  instructions: z.array(Instruction),
});
export type Route = z.infer<typeof Route>;
