/**
 * E.164 for Vietnamese and international numbers as callers and switches write them (0912345678, 84912345678,
 * +84…, 0084…, with spaces, dots or hyphens); null when it is not a number. The raw text is kept beside it: a call is
 * never refused for its number.
 */
export function normalisePhone(raw: string): string | null {
  const compact = raw.replace(/[\s().-]/g, '');
  if (!/^\+?\d{3,15}$/.test(compact)) return null;
  if (compact.startsWith('+')) return compact.length >= 9 ? compact : null;
  if (compact.startsWith('00')) return compact.length >= 11 ? `+${compact.slice(2)}` : null;
  if (/^84\d{9,10}$/.test(compact)) return `+${compact}`;
  if (/^0\d{9,10}$/.test(compact)) return `+84${compact.slice(1)}`;
  return null;
}
