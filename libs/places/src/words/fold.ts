const MARKS = /[\u0300-\u036f]/g;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Small letters without any mark, đ as d: "Hoà Lân", "Hòa Lân" and "hoa lan" are one. Where the tone mark stands no
 * longer matters once it is gone; đ is mapped by hand because Unicode does not decompose it.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd');
}
