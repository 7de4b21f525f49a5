/** How many letters have to be put in, taken out or replaced to make one text of the other; for short texts. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}

/** How many letters of some words are wrong, lost or too many against the right ones; undefined if more than one in four. */
export function wrongLetters(written: string, right: string): number | undefined {
  const most = right.length < 3 ? 0 : Math.max(1, Math.floor(right.length / 4))
  if (Math.abs(written.length - right.length) > most) return undefined
  const wrong = distance(written, right)
  return wrong > most ? undefined : wrong
}
