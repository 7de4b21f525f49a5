/** How many of the numbers, which stand in their order, are not greater than `most`. */
export function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) > most) high = middle
    else low = middle + 1
  }
  return low
}
