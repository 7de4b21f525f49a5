/**
 * What a report as a file may be at most. The largest ones published are a hundredth of that; what is beyond has been made
 * to do harm, or is something else.
 */
export const LIMITS = {
  /** Of the file, in bytes. */
  file: 50_000_000,
  /** How many parts its archive has. */
  entries: 10_000,
  /** Of all parts that are read, in bytes, when they are unpacked. */
  unpacked: 32_000_000,
  /** How many times as large a part may get by unpacking; small ones may be anything. */
  ratio: 150,
  small: 1_000_000,
  /** How many elements all of them have, each of which takes up to 4 kB to read. A report has about 10,000. */
  elements: 200_000,
  /** How deep elements may stand within one another. */
  depth: 250,
  /** Of a web page: unclosed tags count. */
  pageDepth: 3_000,
  /** How many places the merged cells of all tables cover. */
  places: 1_000_000,
} as const
