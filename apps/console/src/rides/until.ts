import { RIDES, type Say } from '#web';

/** "còn 42 phút", "trễ 1 giờ 5 phút": whole minutes, rounded so that nothing is promised too early. */
export function untilWords(dueAt: string, nowMs: number, t: Say): string {
  const minutes = Math.floor((new Date(dueAt).getTime() - nowMs) / 60_000);
  const away = Math.abs(minutes);
  const span = away < 60 ? t(RIDES.minutes, { n: away }) : t(RIDES.hours, { h: Math.floor(away / 60), m: away % 60 });
  return t(minutes >= 0 ? RIDES.left : RIDES.late, { span });
}
