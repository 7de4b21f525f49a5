/**
 * The words of the note in which figures are kept, unless an edition has its own. Labels stand in quotes, with words behind
 * them: a note is no table.
 */
export const KEPT = {
  note: '（注：原{edition}版表格的下列数据在{current}版表格中没有对应栏目，暂记于此：{rows}。）',
  row: '“{row}”的{figures}',
  figure: '“{column}”为{figure}',
}
