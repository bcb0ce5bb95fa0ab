/** What callers and signs shorten, with what it stands for; both sides of a search are brought to the long form. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ttyt: 'trung tam y te',
  tyt: 'tram y te',
  bv: 'benh vien',
  bvdk: 'benh vien da khoa',
  dk: 'da khoa',
  pk: 'phong kham',
  pkdk: 'phong kham da khoa',
  nth: 'nha thuoc',
  ubnd: 'uy ban nhan dan',
  ub: 'uy ban nhan dan',
  kcn: 'khu cong nghiep',
  kcx: 'khu che xuat',
  ccn: 'cum cong nghiep',
  kdc: 'khu dan cu',
  kdt: 'khu do thi',
  kp: 'khu pho',
  cc: 'chung cu',
  cty: 'cong ty',
  xn: 'xi nghiep',
  nm: 'nha may',
  ks: 'khach san',
  cx: 'cay xang',
  cv: 'cong vien',
  svd: 'san van dong',
  bx: 'ben xe',
  tttm: 'trung tam thuong mai',
  ktx: 'ky tuc xa',
  dh: 'dai hoc',
  dhqg: 'dai hoc quoc gia',
  hv: 'hoc vien',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  mn: 'mam non',
  tx: 'thi xa',
  tp: 'thanh pho',
  tphcm: 'thanh pho ho chi minh',
  hcm: 'ho chi minh',
  sg: 'sai gon',
  hn: 'ha noi',
  dt: 'duong tinh',
  ql: 'quoc lo',
  hl: 'huong lo',
  dl: 'dai lo',
  xl: 'xa lo',
  xvnt: 'xo viet nghe tinh',
  nkkn: 'nam ky khoi nghia',
  ntmk: 'nguyen thi minh khai',
  cmt: 'cach mang thang',
};

/** Other words for the same, in the order in which they are tried: the longest first. */
const SYNONYMS: readonly (readonly [said: string, meant: string])[] = [
  ['trung tam y te khu vuc', 'trung tam y te'],
  ['cach mang thang tam', 'cach mang thang 8'],
  ['ba muoi thang tu', '30/4'],
  ['hai muoi hai thang muoi hai', '22/12'],
  ['khu nha tro', 'nha tro'],
  ['ba thang hai', '3/2'],
  ['hai thang chin', '2/9'],
  ['tram xang dau', 'cay xang'],
  ['nha nghi', 'khach san'],
  ['phong tro', 'nha tro'],
  ['tram xang', 'cay xang'],
  ['khu tro', 'nha tro'],
  ['day tro', 'nha tro'],
  ['tinh lo', 'duong tinh'],
  ['lien tinh lo', 'duong tinh'],
  ['nga 3', 'nga ba'],
  ['nga 4', 'nga tu'],
  ['nga 5', 'nga nam'],
  ['nga 6', 'nga sau'],
  ['nga 7', 'nga bay'],
  ['truong trung hoc', 'trung hoc'],
  ['truong tieu hoc', 'tieu hoc'],
  ['vong xoay', 'bung binh'],
  ['vong xuyen', 'bung binh'],
  ['tl', 'duong tinh'],
  ['kiet', 'hem'],
  ['ngo', 'hem'],
];

/** Short forms that may stand for several things: each reading is tried. */
const MANY_MEANINGS: Readonly<Record<string, readonly string[]>> = {
  nt: ['nha tro', 'nha tho'],
  th: ['tieu hoc', 'trung hoc'],
  tt: ['thi tran', 'trung tam'],
  ct: ['cong ty', 'chung cu'],
  st: ['sieu thi'],
  ca: ['cong an'],
  nh: ['ngan hang', 'nha hang'],
  p: ['phuong'],
  q: ['quan'],
  x: ['xa'],
  h: ['huyen'],
  d: ['duong'],
};

interface Rewriting {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const BY_FIRST_WORD = new Map<string, Rewriting[]>();
for (const [from, to] of [...SYNONYMS, ...Object.entries(SHORT_FORMS)]) {
  const rewriting = { from: from.split(' '), to: to.split(' ') };
  const first = rewriting.from[0] as string;
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), rewriting]);
}

const rewrittenOnce = (words: readonly string[]): readonly string[] => {
  if (!words.some((word) => BY_FIRST_WORD.has(word))) return words;
  const result: string[] = [];
  for (let i = 0; i < words.length;) {
    const found = BY_FIRST_WORD.get(words[i] as string)?.find(({ from }) =>
      from.every((word, k) => words[i + k] === word),
    );
    if (found) result.push(...found.to);
    else result.push(words[i] as string);
    i += found ? found.from.length : 1;
  }
  return result;
};

/** Folded words with every short form written out; twice, since "TL" is a tỉnh lộ and that a đường tỉnh. */
export const writtenOut = (words: readonly string[]): readonly string[] => rewrittenOnce(rewrittenOnce(words));

/** At most this many readings of one query are tried. */
const MOST_READINGS = 6;

/** All readings of folded words, the words as they are first. */
export function readingsOf(words: readonly string[]): string[][] {
  let readings: string[][] = [[]];
  for (const word of words) {
    const meanings = [[word], ...(MANY_MEANINGS[word] ?? []).map((meaning) => meaning.split(' '))];
    readings = readings.flatMap((reading) => meanings.map((meaning) => [...reading, ...meaning]));
    if (readings.length > MOST_READINGS) readings = readings.slice(0, MOST_READINGS);
  }
  return readings;
}
