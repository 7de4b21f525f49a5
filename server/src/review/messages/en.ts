import type { zhCN } from './zh-CN.ts'

export const en: Readonly<Record<keyof typeof zhCN, string>> = {
  'arithmetic/balance':
    'Column {column} does not balance: 一 plus 二 is {left}, （七） plus 四 is {right} ({sum}). {sentence}',
  'arithmetic/cell':
    '{row} · {column} says {found} and should be {expected}: with this one figure changed, {count} sums hold again ({sums}).',
  'arithmetic/cell.likely':
    '{row} · {column} says {found} and very likely should be {expected} ({sums}). There are {readings} other ways to make the sums hold: please check and choose.',
  'arithmetic/cell.several':
    '{row} · {column} says {found} and should be {expected}: with {others} more figures changed, the sums hold again ({sums}).',
  'arithmetic/column-total':
    'The rows of column {column} add up to {left}, {row} says {right} ({sum}). More than one figure may be wrong: please check each.',
  'arithmetic/entry':
    'Column {column} is off by {amount}, and the totals with it ({sums}): a figure is wrong together with the totals computed from it. {count} figures could be the cause, likeliest: {candidates}. {sentence}',
  'arithmetic/entry.only':
    'Column {column} is off by {amount}, and the totals with it ({sums}): a figure is wrong together with the totals computed from it, which must be {candidates}.',
  'arithmetic/row-total':
    'The columns of {row} add up to {left}, {column} says {right} ({sum}). Please check this row.',
  'arithmetic/shifted.countedTwice': '{row} counts the figures of a row twice ({sums}).',
  'arithmetic/shifted.countedTwice.several':
    '{row} counts the figures of a row twice ({sums}). There are {count} ways to mend it: please check and choose.',
  'arithmetic/shifted.move': '{amount} of {row} stands under {from} and belongs under {to} ({sums}).',
  'arithmetic/shifted.move.several':
    '{amount} stands under {from} and belongs under {to} ({sums}). {count} rows could be meant: please check and choose.',
  'arithmetic/shifted.repeated': '{row} repeats what other rows say and is counted once more ({sums}).',
  'arithmetic/shifted.repeated.several':
    'A row repeats what other rows say and is counted once more ({sums}). {count} rows could be meant, likeliest {row}.',
  'arithmetic/shifted.rotated': 'The figures of {row} stand one cell over ({sums}).',
  'arithmetic/shifted.rotated.several':
    'The figures of {row} stand one cell over ({sums}). There are {count} ways to mend it: please check and choose.',
  'arithmetic/shifted.swapped': 'The figures of {row} and {other} are swapped ({sums}).',
  'arithmetic/shifted.swapped.several':
    'The figures of two rows are swapped ({sums}). {count} pairs could be meant, likeliest {row} and {other}.',
  'cell/blank.cells': '{rows}: {columns} is blank. What did not happen is written as 0.',
  'cell/blank.column': 'Column {columns} is blank in {count} rows. What did not happen is written as 0.',
  'cell/blank.rows': '{rows}: all {count} cells are blank. What did not happen is written as 0.',
  'cell/blank.table': '{table} has no figures yet. What did not happen is written as 0.',
  'cell/blank.zeros':
    '{table}: {count} cells are blank and are 0 as the sums say. What did not happen is written as 0.',
  'cli/fixable': '{count} can be fixed',
  'cli/fixed': '{count} fixed',
  'cli/no-such-rule': 'There is no rule {id}; `nianbao rules` lists them all.',
  'cli/no-tables': 'No table was read in {path}.',
  'cli/not-in-form': '{path}: {table} holds something that the form does not have ({text}); it was left out.',
  'cli/not-report': '{path} is no annual report: it has neither the title of one nor a table.',
  'cli/nothing-there': 'No such file, and nothing that matches: {path}',
  'cli/one-report': 'The tables of one report at a time: {path} means {count} files.',
  'cli/rule-failed': '{path}: the rule {rule} failed and was left out: {reason}',
  'cli/summary': '{files} files, {reports} reports: {errors} errors, {warnings} warnings, {infos} remarks',
  'cli/unencodable': 'it has bytes that cannot be written back as they are, and was left alone',
  'cli/unread-rows': '{path}: {table}: {rows} could not be read and are left blank.',
  'cli/unreadable': 'Cannot read {path}: {reason}',
  'cli/unwritable': 'Cannot write {path}: {reason}',
  'content/fee-statement':
    '{section} says nothing of fees: please say how many fee notices were sent and what was collected, or that there were none.',
  'content/fee-statement.elsewhere':
    'Fees are mentioned elsewhere. The form asks for fee notices and fees collected under {section}.',
  'content/government-duties':
    'A government also reports the results of {duties} (条例 Article 50). Not mentioned: {missing}.',
  'content/placeholder.blank': '{words} has not been filled in.',
  'content/placeholder.instruction': '{words} is an instruction of the form: please delete it.',
  'content/preamble': 'This list of parts leaves out {missing}; the report has {all}.',
  'content/preamble.count': 'This says that the report has {count} parts; it should be {all}.',
  'content/preamble.counted':
    'This says that the report has {count} parts, and the list leaves out {missing}; there are {all}.',
  'content/problems.no-measure': '{section} tells of problems only, not of what is done about them.',
  'content/problems.no-problem': '{section} tells of measures only, not of the problems.',
  'content/problems.nothing':
    '{section} cannot be “none”: please tell of the main problems and of what is done about them (条例 Article 50).',
  'content/problems.short':
    '{section} has {length} characters only: please see whether both problems and measures are told.',
  'content/repeated-words': '{word} stands here twice.',
  'content/rule-making-power':
    '{row} · {column} says {value}, but {organ} cannot make 规章: departments of the State Council and governments of provinces, cities divided into districts and autonomous prefectures do. Perhaps it belongs in the row below.',
  'content/self-reference':
    '{word} does not fit {organ}, whose report this is: it seems to be copied from another organ ({count} in all).',
  'content/self-reference.against':
    'This speaks of remedies sought against {word}, but the report is that of {organ}: it seems to be copied from another organ.',
  'content/self-reference.whole':
    '{organ} does work here that is of {word}: it seems to be copied from a higher organ ({count} in all). Please check.',
  'content/topics': '{section} does not go into {missing}. The form asks for {count} topics here: {topics}.',
  'content/topics.implied':
    '{section} mentions {missing} in passing only. The form asks for {count} topics here: {topics}.',
  'edition/changed':
    '{table} is now in the form of {edition}: {moved} figures moved, {kept} without a place are noted below it, {open} cells are left to fill in, {presumed} hold a 0 to be confirmed.',
  'edition/choose': 'The report does not tell its year. Please say which edition its tables should have.',
  'edition/details': 'The log tells where each figure went.',
  'edition/extent':
    '{table} was left as it is: other words stand on the same lines, so where it begins and ends cannot be told.',
  'edition/kept': 'noted below: {row} · {column} {figure}',
  'edition/moved': 'moved: {fromRow} · {fromColumn} → {row} · {column} {figure}',
  'edition/none': 'Nothing to change: the tables that were read have the form of {edition}.',
  'edition/not-open': 'Please open an annual report first.',
  'edition/open': 'to fill in: {row} · {column}',
  'edition/presumed': 'to confirm: {row} · {column} 0',
  'edition/refused': 'The editor did not take the changes: the text may just have changed. Please try again.',
  'edition/stray':
    '{table} was left as it is: it holds something that the form does not have ({text}) and that would be lost. Please move it out of the table.',
  'edition/unaligned':
    '{table} was left as it is: the figures of {rows} do not fit its columns. Please mend them first.',
  'fix/all': 'Fix everything that can safely be fixed (no figures)',
  'fix/all-of-rule': 'Fix all {count} of this kind: {rule}',
  'fix/bring-table':
    'Replace by the table of {edition}: {moved} figures move, {kept} without a place are noted below it, {open} cells are left to fill in',
  'fix/countedTwice': 'Take from {row} what it counts twice: {changes}',
  'fix/drop-repeat': 'Delete the second {word}',
  'fix/entry': 'Change {found} to {expected} in {row} · {column}, and the totals with it ({totals})',
  'fix/fee-draft': 'Insert a draft sentence on fees (please check)',
  'fix/figure': 'Change {found} to {expected} in {row} · {column}',
  'fix/fill': 'Fill in what the sums say: {changes}',
  'fix/fill.several': 'Fill in {count} cells as the sums say: {changes}',
  'fix/fill.zeros': 'Fill in 0 as the sums say ({count} cells)',
  'fix/insert-section': 'Insert {title}',
  'fix/insert-table': 'Insert the empty table {table}',
  'fix/move': 'Move {amount} of {row} from {from} to {to}: {changes}',
  'fix/otherwise': 'Another way ({count} figures): {changes}',
  'fix/prose-figure': 'Use the table: change {found} to {expected} in the text',
  'fix/remove-instruction': 'Delete the instruction',
  'fix/repeated': 'Set {row} to 0: {changes}',
  'fix/rotated': 'Move {row} back by one cell: {changes}',
  'fix/split-row':
    'Replace by the {count} rows of the edition in force: the old figures under {heir}, 0 elsewhere (please check)',
  'fix/swapped': 'Swap the figures of {row} and {other} back: {changes}',
  'fix/title': 'Change to {title}',
  'fix/together': 'Mend all {count} figures: {changes}',
  'fix/year': 'Change to {year}',
  'format/outdated-row':
    '{row} is a row of the {edition} edition. A report for {year} ({notice}) divides it into {successors}.',
  'format/outdated-row.dropped':
    '{row} is a row of the {edition} edition. A report for {year} ({notice}) no longer has it.',
  'format/outdated-table':
    '{table} follows the {edition} edition. A report for {year} follows that of {current} ({notice}).',
  'hint/figure': '→ {expected}',
  'hint/figure.possible': '→ {expected}?',
  'hint/tooltip': '{title} (double-click to write it)',
  'hover/blank': 'blank',
  'hover/claim': 'What the tables say:',
  'hover/claim.agrees': '✓ {name}: {value}',
  'hover/claim.differs': '✗ {name}: {value}',
  'hover/column': 'this column',
  'hover/edition': 'format of {edition} ({notice})',
  'hover/fails': '✗ {along}, “{name}”: {sum} does not hold (left {left}, right {right})',
  'hover/formerRow': 'a row of the {edition} edition; that of {current} does not have it',
  'hover/holds': '✓ {along}, “{name}”: {sum}',
  'hover/notApplicable': '{raw} (does not apply)',
  'hover/open': '○ {along}, “{name}”: {sum} cannot be checked yet: a cell is blank or unreadable',
  'hover/row': 'this row',
  'hover/unreadable': '{raw} (no figure)',
  'lens/sums': '{count} sums: all hold',
  'lens/sums.failing': '{count} sums: {holding} hold, {failing} fail',
  'lens/sums.failing.open':
    '{count} sums: {holding} hold, {failing} fail, {open} cannot be checked yet (a cell is blank or unreadable)',
  'lens/sums.open': '{count} sums: {holding} hold, {open} cannot be checked yet (a cell is blank or unreadable)',
  'narrative/breakdown': 'The parts add up to {sum} {unit} ({parts}); the text says {total} {unit} before them.',
  'narrative/count': 'The text says “{said}”; the table says {value} in {name}. Please check: they should agree.',
  'narrative/count.either':
    'The text says “{said}”; the table says {value} in {name} (or {others}, counted otherwise). Please check.',
  'narrative/percentage':
    '{part} is {expected}% of {whole}; the text says {percent}%. Please check the share and the total.',
  'narrative/period.damaged':
    'The statistics period {period} seems to have lost 年, 月 or 日 and cannot be read for certain.',
  'narrative/period.days': 'The statistics period is {period}; it should be 1 January to 31 December {year}.',
  'narrative/period.year': 'The statistics period is {period}, but this is the report for {year}.',
  'narrative/published':
    'The date {date} is before the end of {year}, when the figures of the year cannot have been complete.',
  'narrative/published.late': 'The date {date} is later than {next}-{month}-{day}, the last day by 条例 Article 49.',
  'narrative/year':
    'This sentence tells of {stated}, but this is the report for {year}: it seems to be left over from a former one.',
  'narrative/zero': 'The text says “{said}”; the table says {value} in {name}. Please check: they should agree.',
  'related/also-here': '{word} also stands here',
  'related/cell': '{row} · {column}: {value}',
  'related/part': '{value} {unit}',
  'related/row': '{row}',
  'related/said-here': 'said here',
  'related/section': 'belongs after {title}',
  'report/second':
    'Another report begins at {title}. A file is reviewed as one report: only the first was. Please put the second into a file of its own.',
  'rule:arithmetic/balance': '一 plus 二 is not （七） plus 四, and more than one figure may be wrong',
  'rule:arithmetic/cell': 'One wrong figure explains every sum that fails',
  'rule:arithmetic/column-total': 'The results do not add up to （七）总计, and more than one figure may be wrong',
  'rule:arithmetic/entry': 'A figure is wrong together with the totals computed from it',
  'rule:arithmetic/row-total': 'A row does not add up to its total, and more than one figure may be wrong',
  'rule:arithmetic/shifted': 'Figures stand in the wrong column, or whole rows are moved, swapped or repeated',
  'rule:cell/blank': 'Nothing where a number belongs',
  'rule:content/fee-statement': 'Nothing is said of fees',
  'rule:content/government-duties': 'A government does not report assessment, public appraisal and accountability',
  'rule:content/placeholder': 'An instruction of the form is left, or something was not filled in',
  'rule:content/preamble': 'The list of parts at the beginning does not fit the report',
  'rule:content/problems': 'Problems or measures are not told',
  'rule:content/repeated-words': 'Repeated words',
  'rule:content/rule-making-power': 'Rules are reported by an organ that cannot make any',
  'rule:content/self-reference': 'The text speaks of its organ as of another kind',
  'rule:content/topics': 'A topic of the overview is missing',
  'rule:format/outdated-row': 'A row of a former edition',
  'rule:format/outdated-table': 'A table of a former edition',
  'rule:narrative/breakdown': 'The parts of a figure do not add up to it',
  'rule:narrative/count': 'A figure in the text differs from the tables',
  'rule:narrative/percentage': 'A share does not fit its figures',
  'rule:narrative/period': 'The statistics period is not the report’s year',
  'rule:narrative/published': 'The date of publication is before the year was over, or late',
  'rule:narrative/year': 'A sentence of another year is left in',
  'rule:narrative/zero': 'The text says there was none, the tables have some',
  'rule:report/second': 'Another report begins in the same file',
  'rule:section/missing': 'A statutory section is missing',
  'rule:section/order': 'A section is out of order',
  'rule:section/title': 'A title is not the prescribed one',
  'rule:table/extra-value': 'A row holds a surplus figure that the sums told apart',
  'rule:table/missing': 'A table is missing',
  'rule:table/row-missing': 'Rows of a table are missing',
  'rule:table/unaligned': 'The figures of a row cannot be told apart by column; it was not judged',
  'section/missing':
    '{title} is missing; it belongs before this. The report has six statutory sections (条例 Article 50).',
  'section/missing.last':
    '{title} is missing; it belongs after this section. The report has six statutory sections (条例 Article 50).',
  'section/order': '{title} is out of order: it belongs after {before}.',
  'section/order.first': '{title} is out of order: it belongs before all others.',
  'section/title': 'The title {found} is not the prescribed {title}.',
  'severity.error': 'error',
  'severity.hint': 'hint',
  'severity.info': 'info',
  'severity.warning': 'warning',
  source: 'Nianbao',
  'status.clean': 'nothing found',
  'status.counts': '{errors} errors, {warnings} warnings, {infos} notes',
  'status.edition': 'format of {edition}',
  'status.failedRules': 'rules that failed and were left out: {rules}',
  'status.findings': '{total} to check',
  'status.noEdition': 'no format for its year',
  'status.notReport': 'not an annual report',
  'status.notReport.detail':
    'Not reviewed: neither the title nor a table of a government information disclosure report was found',
  'table/extra-value':
    '{row} holds more figures than its {columns} columns, as do {count} rows of this table in all (mostly a 0 left by a converter or a page break). The sums told the surplus apart; please delete it.',
  'table/missing': 'This section lacks the table {table} (a table inserted as a picture cannot be reviewed).',
  'table/missing.unread': 'This section seems to hold the table {table}, but it could not be read and was not judged.',
  'table/row-missing': 'The table {table} lacks {count} rows after {near}: {rows}.',
  'table/row-missing.first': 'The table {table} lacks {count} rows before {near}: {rows}.',
  'table/unaligned':
    'The figures of {count} rows here do not fit {columns} columns, so they were not judged: {rows}. Please see whether figures are missing, surplus or run together.',
}
