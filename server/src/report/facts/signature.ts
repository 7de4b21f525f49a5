/** What the name of an organ that signs ends with, as a part of a pattern. */
export const ORGAN_ENDING = '(?:政府|局|委|厅|会|办公室|办事处|中心|支队|院|处)'

const SIGNATURE = new RegExp(String.raw`(?:^|[\s。])([\u4e00-\u9fff]{2,30}${ORGAN_ENDING})\s*(?:20\d\d\s?年.{1,8}日)?$`)

/** The organ that signs at the end, before the date if there is one. */
export const signature = (text: string): string | undefined => SIGNATURE.exec(text.slice(-120).trimEnd())?.[1]
