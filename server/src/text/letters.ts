/**
 * The share of the letters of `words` that a text holds, wherever and in whatever order, each as often as it stands in
 * them: a page that came apart keeps its letters.
 */
export function shareOfLetters(text: string, words: string): number {
  const left = new Map<string, number>()
  for (const letter of words) left.set(letter, (left.get(letter) ?? 0) + 1)
  let found = 0
  for (const letter of text) {
    const count = left.get(letter) ?? 0
    if (count === 0) continue
    left.set(letter, count - 1)
    found++
  }
  return words.length === 0 ? 1 : found / [...words].length
}
