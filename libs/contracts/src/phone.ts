/** National mobile numbers without their 0, as some exchanges hand them on: `912345678`. */
const BARE_MOBILE = /^[35789]\d{8}$/;

/**
 * E.164 for Vietnamese and international numbers as callers and switches write them (0912345678, 84912345678,
 * +84…, 0084…, with spaces, dots or hyphens, as `tel:` or `sip:` addresses); null when it is not a number that can be
 * called: a short code, `<unknown>`, words. The raw text is kept beside it: a call is never refused for its number.
 */
export function normalisePhone(raw: string): string | null {
  const address = /^\s*(?:tel|sips?):([^@;]*)/i.exec(raw)?.[1] ?? raw;
  const compact = address.replace(/[\s().-]/g, '');
  if (!/^\+?\d{3,15}$/.test(compact)) return null;
  if (compact.startsWith('+')) return compact.length >= 9 ? withoutTrunk(compact) : null;
  if (compact.startsWith('00')) return compact.length >= 11 ? withoutTrunk(`+${compact.slice(2)}`) : null;
  if (/^84\d{9,10}$/.test(compact)) return withoutTrunk(`+${compact}`);
  if (/^0\d{9,10}$/.test(compact)) return `+84${compact.slice(1)}`;
  return BARE_MOBILE.test(compact) ? `+84${compact}` : null;
}

/** `+84 0912…`: the 0 of the national form, left in by mistake. */
const withoutTrunk = (e164: string) => e164.replace(/^\+840(?=\d{9})/, '+84');

/** How the room reads a number: `0908 417 226`, `0274 3822 920`; what is not a number stays as it came. */
export function spokenPhone(phone: string | null, raw = ''): string {
  const national = phone?.startsWith('+84') ? `0${phone.slice(3)}` : phone;
  if (!national) return raw;
  if (/^0\d{9}$/.test(national)) return national.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  return /^0\d{10}$/.test(national) ? national.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3') : national;
}
