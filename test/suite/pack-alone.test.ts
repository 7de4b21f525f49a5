import * as vscode from 'vscode'
import { equal, openFile, until } from './host.ts'

suite('a format pack that is open alone', () => {
  test('has the server started, and is told what is wrong in it', async () => {
    const pack = await openFile('own.report-format.json', '{ "formats": 7 }')
    const ours = () => vscode.languages.getDiagnostics(pack.uri).filter(({ source }) => source === '年报审校')
    await until('a problem of the pack', () => (ours().length > 0 ? true : undefined))
    equal(ours().length, 1)
  })
})
