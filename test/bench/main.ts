import { benchCauses } from './causes.ts'
import { benchDesk } from './desk.ts'
import { benchKeystroke } from './keystroke.ts'
import { benchRules } from './rules.ts'
import { benchLayouts, benchSizes, benchThousand } from './sizes.ts'

const [own = '', idle = '', cli = ''] = process.argv.slice(2)

console.log('A report in Markdown, its tables with bars')
benchSizes('pipes')
console.log('\nThe same report in plain text, its tables with tabs, which markdown-it takes for paragraphs')
benchSizes('tabs')
console.log()
benchThousand()
console.log()
benchLayouts()
console.log()
benchCauses()
console.log()
benchRules()
console.log()
await benchKeystroke(own, idle)
console.log()
await benchDesk(cli, own)
process.exit(0)
