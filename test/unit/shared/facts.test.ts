import { describe, expect, test } from 'vitest'
import { readReport } from '../../../server/src/report/read.ts'
import { written } from '../report/facts/stated.ts'
import { isShared, readShared } from './gold.ts'

// What published reports state of themselves, looked up by eye. Here only where ../shared is.

/** Issuer, statistics period, the editions whose notices are cited, dates of publication. */
const FACTS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'seeds/000_53e32c99ac2f321c.txt': ['government', '2021-1-1 to 2021-12-31', '', ''],
  'seeds/001_df20fa1b9dca726d.txt': ['government', '2020-1-1 to ?-12-31', '2019', ''],
  'seeds/002_7a2db0039e4ef287.txt': ['government', '2019-1-1! to ?-12-31!', '', ''],
  'seeds/003_bee3daab0a3ea815.txt': ['government', '2021-1-1 to 2021-12-31', '2021', ''],
  'seeds/004_265800ffb6025e20.txt': ['government', '2021-1-1 to ?-12-31', '2021', ''],
  'corpus/pingtan-gaj-2019.txt': ['department', '', '', '2020-1-17'],
  'corpus/pingtan-gaj-2019.flat.txt': ['department', '', '', '2020-1-17'],
  'corpus/pingtan-gaj-2021.txt': ['department', '', '', '2022-1-7'],
  'corpus/pingtan-gaj-2021.flat.txt': ['department', '', '', '2022-1-7'],
  'corpus/pingtan-gaj-2022.txt': ['', '', '', ''],
  'corpus/pingtan-gaj-2024.txt': ['', '2024-1-1 to ?-12-31', '2021', ''],
  'corpus/pingtan-zone-2019.txt': ['', '2019-1-1 to 2019-12-31', '', ''],
  'corpus/pingtan-zone-2020.txt': ['', '2020-1-1 to 2020-12-31', '2019', ''],
  'corpus/pingtan-zone-2021.txt': ['', '2021-1-1 to 2021-12-31', '', '2022-2-8'],
  'corpus/pingtan-zone-2022.txt': ['', '2022-1-1 to 2022-12-31', '2021', ''],
  'corpus/pingtan-zone-2025.flat.txt': ['', '2025-1-1 to 2025-12-31', '2021', ''],
  'corpus/shanghai-office-2019.txt': ['department', '2019-1-1 to ?-12-31', '', '2020-1-31'],
  'corpus/shanghai-office-2019.html': ['department', '2019-1-1 to ?-12-31', '', '2020-1-31'],
  'corpus/suqian-2023.txt': ['government', '', '', ''],
}

describe.skipIf(!isShared('seeds', 'corpus'))('what a published report states', () => {
  test.each(Object.entries(FACTS))('%s', (path, stated) => {
    const { issuer = '', periods, notices, dates } = readReport(readShared(path)).facts
    expect([
      issuer,
      periods.map(({ start, end }) => `${written(start)} to ${written(end)}`).join(),
      notices.flatMap(({ edition }) => edition?.id ?? []).join(),
      dates.map(written).join(),
    ]).toEqual(stated)
  })
})
