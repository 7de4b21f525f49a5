#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import { check } from './cli/check.ts'
import type { CheckOptions } from './cli/check-options.ts'
import { type ConvertOptions, convert } from './cli/convert.ts'
import { EXIT } from './cli/host.ts'
import { type NewOptions, newReport } from './cli/new-report.ts'
import { OUTPUT_NAMES } from './cli/outputs/output.ts'
import { parse } from './cli/parse.ts'
import { EDITIONS, FORMS, type RenderOptions, render } from './cli/render.ts'
import { rules } from './cli/rules.ts'
import { type SumOptions, sum } from './cli/sum.ts'
import { host } from './node-host.ts'
import { REPORT_FORMS } from './report/writing/new-report.ts'
import { LANGUAGES, type Language } from './review/messages/index.ts'
import { SEVERITIES } from './rules/rule.ts'

const DEFAULT_LANGUAGE: Language = 'zh-CN'
// A reader such as `head` may close the pipe early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok)
  throw error
})

const program = new Command('nianbao')
  .description(
    '审校政府信息公开工作年度报告。文稿不离开本机。Reviews annual reports on open government information, on this machine alone.',
  )
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.failed))

const language = new Option('--language <language>', '消息的语言 language of the messages (zh-CN)').choices(LANGUAGES)
const formats = new Option(
  '--formats <files>',
  '另外按这些 .report-format.json 文件审，可多个 formats to review against besides, several with commas',
).argParser((value: string, before: readonly string[] = []) => [...before, ...value.split(',').filter(Boolean)])
const stdinName = new Option('--stdin-name <file>', '标准输入的名字 what standard input is called').default('<stdin>')

function positive(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('≥ 1')
  return count
}

program
  .command('check')
  .description('审校文件、文件夹或通配符；- 读标准输入 review files, folders and globs; - is standard input')
  .argument('[paths...]', '默认为当前文件夹 by default the working folder')
  .addOption(new Option('--format <format>', '输出形式 output form').choices(OUTPUT_NAMES).default('pretty'))
  .addOption(
    new Option('--fail-on <severity>', '达到此级别时退出码为 1 exit with 1 from this severity on')
      .choices(SEVERITIES)
      .default('error'),
  )
  .option('--output <file>', '写入文件 write to a file')
  .option('--fix', '改好可以放心改的地方，写回文件；不动数字 apply the safe fixes to the files, never to a figure')
  .addOption(
    new Option('--fix-dry-run', '只显示 --fix 会改什么 print what --fix would change, as a diff').conflicts('fix'),
  )
  .addOption(formats)
  .option('--baseline <file>', '不再报其中已有的发现 leave out the findings that it holds')
  .option('--write-baseline <file>', '把全部发现写成基线 write all findings into a baseline')
  .addOption(
    new Option('--jobs <count>', '同时审几份；默认为处理器数 how many threads; by default one a processor').argParser(
      positive,
    ),
  )
  .option('--config <file>', '所有文件都用这份配置 use this configuration for all files')
  .option('--no-config', '不用配置文件 use no configuration')
  .addOption(stdinName)
  .addOption(language)
  .action(async (paths: string[], options: CheckOptions) => {
    process.exitCode = await check(host, paths.length === 0 ? ['.'] : paths, options)
  })

program
  .command('parse')
  .description('以 JSON 输出读到的内容 print what was read, as JSON')
  .argument('<paths...>')
  .addOption(formats)
  .addOption(stdinName)
  .addOption(language)
  .action(async (paths: string[], options: Pick<CheckOptions, 'stdinName' | 'language' | 'formats'>) => {
    process.exitCode = await parse(
      host,
      paths,
      options.stdinName,
      options.language ?? DEFAULT_LANGUAGE,
      options.formats,
    )
  })

program
  .command('render')
  .description('把年报的统计表按统一格式重新写出 write the tables of a report out again in the official form')
  .argument('<path>', '文件；- 为标准输入 a file; - is standard input')
  .addOption(new Option('--as <form>', '写成什么 what to write').choices(FORMS).default('markdown'))
  .addOption(
    new Option(
      '--edition <edition>',
      '哪一版格式；默认为各表自己的 which edition; by default each table’s own',
    ).choices(EDITIONS),
  )
  .option('--output <file>', '写入文件 write to a file')
  .addOption(stdinName)
  .addOption(language)
  .action(async (path: string, options: Omit<RenderOptions, 'language'> & Pick<CheckOptions, 'language'>) => {
    process.exitCode = await render(host, path, { ...options, language: options.language ?? DEFAULT_LANGUAGE })
  })

program
  .command('convert')
  .description(
    'Word 文件或网页转成 Markdown 草稿，或把年报写成 Word 文件 a Word file or page to a Markdown draft, or a report to Word',
  )
  .argument('<path>', '文件；- 为标准输入 a file; - is standard input')
  .option('-o, --output <file>', '写入文件；.docx 就写成 Word 文件 write to a file; to .docx as a Word file')
  .addOption(formats)
  .addOption(stdinName)
  .addOption(language)
  .action(async (path: string, options: Omit<ConvertOptions, 'language'> & Pick<CheckOptions, 'language'>) => {
    process.exitCode = await convert(host, path, { ...options, language: options.language ?? DEFAULT_LANGUAGE })
  })

program
  .command('new')
  .description('起草一份年报：该年度格式的标题、部分、空表和须写的话 a draft of a report in the edition for its year')
  .requiredOption('--organ <name>', '机关名称 the name of the organ')
  .requiredOption('--year <year>', '年报的年度，如 2025 the year that is reported', positive)
  .addOption(new Option('--as <form>', '写成什么 what to write').choices(REPORT_FORMS).default('markdown'))
  .option('--kind <kind>', '哪一种年报，用于 --formats which kind of report, with --formats')
  .addOption(formats)
  .option('--output <file>', '写入新文件 write to a new file')
  .addOption(language)
  .action(async (options: Omit<NewOptions, 'language'> & Pick<CheckOptions, 'language'>) => {
    process.exitCode = await newReport(host, { ...options, language: options.language ?? DEFAULT_LANGUAGE })
  })

program
  .command('sum')
  .description('把多份年报的统计表加起来（汇总） add the tables of many reports up')
  .argument('<paths...>', '文件、文件夹或通配符 files, folders and globs')
  .option('--check <file>', '把这份上级年报与合计核对 hold this report against the sum')
  .addOption(new Option('--format <format>', '输出形式 output form').choices(['pretty', 'json']).default('pretty'))
  .addOption(new Option('--as <form>', '表格写成什么 what to write the tables as').choices(FORMS).default('markdown'))
  .addOption(
    new Option(
      '--year <year>',
      '哪个年度；默认为上级年报的，或最近的 which year; by default the parent’s, or the latest',
    ).argParser(positive),
  )
  .option('--output <file>', '把表格写入文件 write the tables to a file')
  .addOption(formats)
  .addOption(language)
  .action(async (paths: string[], options: SumOptions) => {
    process.exitCode = await sum(host, paths, options)
  })

program
  .command('rules')
  .description('列出规则，或显示一条规则的说明 list the rules, or show the page of one')
  .argument('[id]')
  .addOption(language)
  .action(async (id: string | undefined, options: Pick<CheckOptions, 'language'>) => {
    process.exitCode = await rules(host, id, options.language ?? DEFAULT_LANGUAGE)
  })

program
  .command('lsp')
  .description('供各种编辑器使用的语言服务器 the language server for any editor')
  .option('--stdio', '经标准输入输出通信 talk over standard input and output')
  .action(async (options: { stdio?: true }) => {
    if (options.stdio !== true) throw new InvalidArgumentError('lsp --stdio')
    // The server beside this file, which reads its channel from the arguments: no other command has to load it.
    await import(pathToFileURL(join(__dirname, 'server.node.js')).href)
  })

void program.parseAsync().catch((error: unknown) => {
  host.error(error instanceof Error ? error.message : String(error))
  process.exitCode = EXIT.failed
})
