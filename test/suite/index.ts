/// <reference types="mocha" />
// The way into a Node extension host: VS Code calls `run`.
import * as fs from 'node:fs'
import * as path from 'node:path'
import Mocha from 'mocha'
import * as vscode from 'vscode'
import { until } from './host.ts'

/**
 * Runs the files named in TEST_FILES and leaves Mocha's statistics in the file named by TEST_STATISTICS, or null there
 * when the window came without what it was to open: then nothing has been tested.
 */
export async function run(): Promise<void> {
  const { TEST_FILES = '', TEST_STATISTICS = '' } = process.env
  try {
    await until('workspace folder', () => vscode.workspace.workspaceFolders?.[0])
  } catch (error) {
    fs.writeFileSync(TEST_STATISTICS, 'null')
    throw error
  }
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: false })
  for (const name of TEST_FILES.split(',')) mocha.addFile(path.join(__dirname, `${name}.js`))
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()))
    runner.once('end', () => fs.writeFileSync(TEST_STATISTICS, JSON.stringify(runner.stats)))
  })
}
