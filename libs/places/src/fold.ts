/**
 * Small letters without any mark, đ as d: "Hoà Lân", "Hòa Lân" and "hoa lan" are one. Where the tone mark stands no
 * longer matters once it is gone; đ is mapped by hand because Unicode does not decompose it.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
