import type { Language } from '../texts/wording.js';

const ZONE = 'Asia/Ho_Chi_Minh';
const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE, hourCycle: 'h23' });
const CLOCK = parts({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const HOUR_MINUTE = parts({ hour: '2-digit', minute: '2-digit' });
const DATE = parts({ day: '2-digit', month: '2-digit', year: 'numeric' });

type Moment = string | number | Date;
const two = (n: number) => String(n).padStart(2, '0');

/** `HH:mm:ss` in Ho Chi Minh City, wherever the screen stands. */
export const formatClock = (at: Moment) => CLOCK.format(new Date(at));
/** `HH:mm` in Ho Chi Minh City. */
export const formatHourMinute = (at: Moment) => HOUR_MINUTE.format(new Date(at));
/** `dd/MM/yyyy` in Ho Chi Minh City. */
export const formatDate = (at: Moment) => DATE.format(new Date(at));
/** `dd/MM/yyyy HH:mm` in Ho Chi Minh City. */
export const formatDateTime = (at: Moment) => `${formatDate(at)} ${formatHourMinute(at)}`;
/** `yyyy-MM-dd` in Ho Chi Minh City, as date inputs and file names want it. */
export const formatDay = (at: Moment) => formatDate(at).split('/').reverse().join('-');

/** `mm:ss` below an hour, `h:mm:ss` from there on; never below zero. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
}

/** For sentences: `50 giây`, `1 phút 50 giây`; from an hour on without the seconds. */
export function formatSpan(seconds: number, language: Language): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const [hour, minute, second] = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's'];
  const parts = [
    hours > 0 ? `${hours}\u00a0${hour}` : null,
    minutes > 0 || hours > 0 ? `${minutes}\u00a0${minute}` : null,
    hours > 0 ? null : `${rest}\u00a0${second}`,
  ];
  return parts.filter(Boolean).join(' ');
}

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
/** A number as its readers write it: `1.234,5` in Vietnamese. */
export const formatDecimal = (value: number, digits: number, language: Language) =>
  value.toLocaleString(LOCALES[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `850 m` below a kilometre, `3,1 km` from there on, with a space that does not break. */
export const formatDistance = (metres: number, language: Language) =>
  metres < 950
    ? `${Math.round(metres / 10) * 10}\u00a0m`
    : `${formatDecimal(metres / 1000, metres < 9950 ? 1 : 0, language)}\u00a0km`;

/** A local date and time of Ho Chi Minh City (`yyyy-MM-dd`, `HH:mm` or `HH:mm:ss`) as an instant; the zone has no summer time. */
export const instantOf = (day: string, time: string) => new Date(`${day}T${time}+07:00`).toISOString();

/** Whole seconds from an instant to `nowMs`, never below zero. */
export const secondsSince = (at: Moment, nowMs: number) =>
  Math.max(0, Math.floor((nowMs - new Date(at).getTime()) / 1000));
