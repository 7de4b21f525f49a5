import type { ISSUER_KINDS, ISSUER_LEVELS } from '../../formats/content-schema.ts'

/** What an organ is, where its name leaves no doubt. A government's report has to say more, and is due later. */
export type Issuer = (typeof ISSUER_KINDS)[number]

/** How high a government stands; the office of a street stands where a town does. */
export type Level = (typeof ISSUER_LEVELS)[number]

/** Whom a place name stands for is sure only where it is a place with a government of its own. */
const PLACE_WITHOUT_GOVERNMENT =
  /(?:开发|实验|试验|示范|高新|合作|保税|旅游|度假|风景|工业|产业|园|新|景|社|库|林|矿|校|片)区$/
const GOVERNMENT = /(?:政府|[省市县区旗州盟镇乡]|自治区|苏木)$/
const OTHER =
  /(?:管委会|管理委员会|居委会|居民委员会|村委会|村民委员会|街道|办事处|分局|所|站|队|中心|院|集团|公司|学校)$/
const DEPARTMENT = /(?:局|厅|委|委员会|部|署|办|办公室)$/

/** The kind of an organ by its name; undefined where the name could be that of several kinds. */
export function issuerOf(organ: string | undefined): Issuer | undefined {
  if (organ === undefined || PLACE_WITHOUT_GOVERNMENT.test(organ)) return undefined
  if (OTHER.test(organ)) return 'other'
  if (GOVERNMENT.test(organ)) return 'government'
  return DEPARTMENT.test(organ) ? 'department' : undefined
}

const GOVERNMENT_WORDS = /(?:人民)?政府$|办事处$/
/** By how a place name ends, from the surest on. A 市 may be a province's, a prefecture or a county. */
const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/(?:省|自治区|(?:北京|天津|上海|重庆)市)$/, 'province'],
  [/[州盟]$/, 'city'],
  [/(?:[县旗]|(?<!地)区)$/, 'county'],
  [/(?:[镇乡]|苏木|街道)$/, 'town'],
]

/** The level of a government or a street by its name; undefined for other organs, and where several are possible. */
export function levelOf(organ: string | undefined): Level | undefined {
  if (organ === undefined) return undefined
  const place = organ.replace(GOVERNMENT_WORDS, '')
  if (PLACE_WITHOUT_GOVERNMENT.test(place)) return undefined
  return LEVELS.find(([ending]) => ending.test(place))?.[1]
}

/** An office that may report for the whole of its government. */
const OFFICE_OF_GOVERNMENT = /(?:政府|政府办公室|政府办公厅|政府办|^.{2,8}[省市县区旗州盟]办公[室厅])$/
const PLACE_IN_NAME = /^(?!国家|中国|中华|国务院).{2,}?[省市县区旗州盟]/

/** Whether an organ is a department of a place, and not the office that speaks for its government. */
export const isLocalDepartment = (organ: string | undefined): boolean =>
  organ !== undefined &&
  issuerOf(organ) === 'department' &&
  PLACE_IN_NAME.test(organ) &&
  !OFFICE_OF_GOVERNMENT.test(organ)
