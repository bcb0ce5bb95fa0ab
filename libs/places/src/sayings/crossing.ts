/** What introduces two streets that meet; "ngã tư 550" has a name of its own and is no such saying. */
const INTRODUCTION =
  /^\s*(?:ngay\s+)?(?:góc|goc|giao lộ|giao lo|chỗ giao|ngã ba|nga ba|ngã tư|nga tu|ngã 3|nga 3|ngã 4|nga 4)\s+(?:đường\s+|duong\s+)?/iu;
const BETWEEN = /\s+(?:và|va|với|voi|giao với|giao voi|giao|cắt|cat|gặp|gap|x)\s+|\s*[–&+]\s*|\s+-\s+/iu;

/** Two streets said to meet ("góc Lê Lợi và Nguyễn Du", "Lê Lợi giao Nguyễn Du"), or null. */
export function crossingIn(text: string): readonly [string, string] | null {
  const said = text.normalize('NFC');
  const [first, second, ...others] = said.replace(INTRODUCTION, '').split(BETWEEN);
  const [a, b] = [first?.trim(), second?.trim().replace(/^(đường|duong)\s+/iu, '')];
  return a && b && others.length === 0 ? [a, b] : null;
}
