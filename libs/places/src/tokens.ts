import { fold } from './fold.js';

/** Long forms and what callers and signs shorten them to; both sides of a search are brought to the short form. */
const SHORT_FORMS: readonly (readonly [long: string, short: string])[] = [
  ['trung tam y te khu vuc', 'ttyt'],
  ['trung tam y te', 'ttyt'],
  ['cach mang thang tam', 'cmt 8'],
  ['cach mang thang 8', 'cmt 8'],
  ['uy ban nhan dan', 'ubnd'],
  ['truong tieu hoc', 'th'],
  ['khu cong nghiep', 'kcn'],
  ['cum cong nghiep', 'ccn'],
  ['benh vien', 'bv'],
  ['da khoa', 'dk'],
  ['bvdk', 'bv dk'],
  ['phong kham', 'pk'],
  ['khu dan cu', 'kdc'],
  ['khu nha tro', 'nha tro'],
  ['khu tro', 'nha tro'],
  ['phong tro', 'nha tro'],
  ['khu pho', 'kp'],
  ['ky tuc xa', 'ktx'],
  ['dai hoc quoc gia', 'dhqg'],
  ['dai hoc', 'dh'],
  ['tram y te', 'tyt'],
  ['cong an', 'ca'],
  ['tram xang dau', 'cay xang'],
  ['tram xang', 'cay xang'],
  ['duong tinh', 'dt'],
  ['tinh lo', 'dt'],
  ['tl', 'dt'],
  ['quoc lo', 'ql'],
  ['dai lo', 'dl'],
  ['nga 3', 'nga ba'],
  ['nga 4', 'nga tu'],
  ['nga 5', 'nga nam'],
  ['nga 6', 'nga sau'],
  ['phuong', 'p'],
  ['thi tran', 'tt'],
  ['thanh pho', 'tp'],
  ['thi xa', 'tx'],
  ['ngo', 'hem'],
  ['kiet', 'hem'],
];
const REPLACEMENTS = SHORT_FORMS.map(([long, short]) => [long.split(' '), short.split(' ')] as const);

/**
 * The words of a text as the index knows them: folded, letters parted from the digits after them (đt743 is dt 743),
 * house numbers whole (22/5, 45a), dates as signs write them (30 tháng 4 is 30/4), long forms shortened.
 */
export function tokensOf(text: string): string[] {
  const words = fold(text)
    .replace(/(\p{L})(\d)/gu, (_, letter: string, digit: string) => `${letter} ${digit}`)
    .match(/\d[\d/]*[a-z]?(?![a-z])|[\p{L}\d]+/gu);
  return datesJoined(shortened((words ?? []).map((word) => word.replace(/\/+$/, ''))));
}

/**
 * What was typed without the old units that callers still add ("quận 1", "TP. Thuận An", "huyện Dầu Tiếng"): the kind of
 * unit no longer exists, its name may still be a ward's. Nothing is left out when nothing would remain.
 */
export function searchTokens(text: string): string[] {
  const tokens = tokensOf(text);
  const kept = tokens.filter((word, i) => {
    const district = /^(quan|q)$/.test(tokens[i - 1] ?? '') && /^\d{1,2}$/.test(word);
    const kind = /^(tp|tx|huyen)$/.test(word) || (/^(quan|q)$/.test(word) && /^\d{1,2}$/.test(tokens[i + 1] ?? ''));
    return !district && !kind;
  });
  return kept.length > 0 ? kept : tokens;
}

function shortened(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length;) {
    const found = REPLACEMENTS.find(([long]) => long.every((word, k) => words[i + k] === word));
    result.push(...(found ? found[1] : [words[i] as string]));
    i += found ? found[0].length : 1;
  }
  return result;
}

function datesJoined(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [day, word, month] = words.slice(i, i + 3);
    const isDate = word === 'thang' && /^\d+$/.test(day ?? '') && /^\d+$/.test(month ?? '');
    result.push(isDate ? `${day}/${month}` : (day as string));
    if (isDate) i += 2;
  }
  return result;
}

export interface SpokenAddress {
  /** As typed, e.g. `22/5` or `hẻm 118`; null when the text does not begin with a house number. */
  readonly houseNumber: string | null;
  /** What is left to look up. */
  readonly rest: string;
}

/** Parts a leading house number (also "số 12", "hẻm 118", "nhà 5A") from the street's name. */
export function spokenAddress(text: string): SpokenAddress {
  const found =
    /^\s*((?:(?:số nhà|số|so nha|so|nhà|nha|hẻm|hem|ngõ)\s+)?\d+[\d/]*[a-z]?)\s*[,\s]\s*(?:đường\s+|duong\s+)?(\S.*)$/iu.exec(
      text.normalize('NFC'),
    );
  const [, houseNumber, rest] = found ?? [];
  return houseNumber && rest ? { houseNumber, rest } : { houseNumber: null, rest: text };
}
