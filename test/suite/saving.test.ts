import * as vscode from 'vscode'
import { report } from './fixtures.ts'
import { equal, finding, openFile, replace } from './host.ts'

const OFFICIAL = '二、主动公开政府信息情况'
const SHORT = '二、主动公开信息情况'
const SLIP = { 'received/total': 71 }

suite('saving', () => {
  const fixOnSave = (kinds: Record<string, string> | undefined) =>
    vscode.workspace.getConfiguration('editor').update('codeActionsOnSave', kinds, vscode.ConfigurationTarget.Global)
  teardown(() => fixOnSave(undefined))

  /** Types a heading wrong in a report with a wrong figure, saves it, and tells what is on the disk. */
  async function saved(name: string): Promise<string> {
    const document = await openFile(name, report('tabs', SLIP))
    await replace(document, OFFICIAL, SHORT)
    await finding(document, 'section/title')
    equal(await document.save(), true)
    equal(document.isDirty, false)
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri))
    equal(document.getText(), written)
    return written
  }

  for (const kind of ['source.fixAll.nianbao', 'source.fixAll']) {
    test(`with ${kind} sets a heading right, and leaves a wrong figure alone`, async () => {
      await fixOnSave({ [kind]: 'explicit' })
      equal(await saved(`${kind}.txt`), report('tabs', SLIP))
    })
  }

  test('changes nothing where nobody asked for it', async () => {
    equal(await saved('plain.txt'), report('tabs', SLIP).replace(OFFICIAL, SHORT))
  })
})
