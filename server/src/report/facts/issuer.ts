/** What an organ is, where its name leaves no doubt. A government's report has to say more, and is due later. */
export type Issuer = 'government' | 'department' | 'other'

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
