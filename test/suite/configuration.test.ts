import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, findings, fixTitled, openFile, until, writeFile } from './host.ts'

const SLIP = { 'received/total': 71 }
const CONFIG = 'nianbao.config.json'

const rules = (level: string) => JSON.stringify({ rules: { 'arithmetic/cell': level } })

suite('a configuration', () => {
  const untilSilent = (document: vscode.TextDocument) =>
    until('end of the finding', () => (findings(document).length === 0 ? true : undefined))

  test('in the nearest folder counts, and a change of it is noticed', async () => {
    await writeFile(`ruled/${CONFIG}`, rules('info'))
    const document = await openFile('ruled/deep/a.txt', report('tabs', SLIP))
    equal((await finding(document, 'arithmetic/cell')).severity, vscode.DiagnosticSeverity.Information)
    await writeFile(`ruled/${CONFIG}`, rules('warning'))
    await until('another severity', () =>
      findings(document)[0]?.severity === vscode.DiagnosticSeverity.Warning ? true : undefined,
    )
  })

  test('has comments, and is told of a rule that does not exist', async () => {
    const text = '{\n  // 县里的写法\n  "rules": { "section/titel": "off" }\n}\n'
    const document = await openFile(`checked/${CONFIG}`, text)
    equal(document.languageId, 'jsonc')
    const problem = await until('problem', () => findings(document)[0])
    equal(document.getText(problem.range), '"section/titel"')
  })

  test('wins over the settings', async () => {
    const settings = vscode.workspace.getConfiguration('nianbao')
    await settings.update('rules', { 'arithmetic/cell': 'hint' }, vscode.ConfigurationTarget.Global)
    try {
      const free = await openFile('free.txt', report('tabs', SLIP))
      await until('hint', () => (findings(free)[0]?.severity === vscode.DiagnosticSeverity.Hint ? true : undefined))
      await writeFile(`bound/${CONFIG}`, '{}')
      const bound = await openFile('bound/a.txt', report('tabs', SLIP))
      equal((await finding(bound, 'arithmetic/cell')).severity, vscode.DiagnosticSeverity.Error)
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global)
    }
  })

  test('is made for a plain text that has a finding ignored', async () => {
    const folder = (vscode.workspace.workspaceFolders?.length ?? 1) - 1
    const document = await openFile('ignored.txt', report('tabs', SLIP), folder)
    const { edit } = await fixTitled(document, await finding(document, 'arithmetic/cell'), '在工作区配置中忽略')
    equal(await vscode.workspace.applyEdit(edit as vscode.WorkspaceEdit), true)
    await untilSilent(document)
    const uri = vscode.workspace.workspaceFolders?.[folder]?.uri as vscode.Uri
    // As after any fix in another file, it is the person who saves it.
    const made = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(uri, CONFIG))
    equal(await made.save(), true)
    const written = await vscode.workspace.fs.readFile(made.uri)
    equal(new TextDecoder().decode(written), made.getText())
    equal(JSON.parse(made.getText()), {
      ignore: [{ files: 'ignored.txt', rule: 'arithmetic/cell', address: 'requests/received/total' }],
    })
    equal(document.getText(), report('tabs', SLIP))
  })
})

suite('a comment in Markdown', () => {
  test('has a finding of a table ignored, which stays a table', async () => {
    const document = await openFile('ignored.md', report('pipes', SLIP))
    const { edit } = await fixTitled(document, await finding(document, 'arithmetic/cell'), '本行忽略')
    equal(await vscode.workspace.applyEdit(edit as vscode.WorkspaceEdit), true)
    await until('end of the finding', () => (findings(document).length === 0 ? true : undefined))
    equal(document.getText().replace(' <!-- nianbao-disable-line arithmetic/cell -->', ''), report('pipes', SLIP))
  })
})
