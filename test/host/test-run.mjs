// Watches a workbench page that runs a Mocha suite in its extension host.
import { format } from 'node:util'

const LIMIT = 300_000

// Of all that the extension host logs, what the suite itself prints.
const MOCHA = /^\s{2,}\S|^\s*$|^Error: \d+ /

/**
 * Opens the page and resolves to the workbench's exit code once the suite has ended, with all that was logged. A wrong
 * path of the suite makes the workbench wait for ever, hence the limit.
 */
export async function runTests(page, address) {
  const log = []
  // Mocha's lines come as format strings with their values.
  const print = (_type, values) => {
    const line = format(...values)
    log.push(line)
    if (MOCHA.test(line)) console.log(line)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') log.push(message.text())
  })
  let limit
  const ended = new Promise((resolve, reject) => {
    limit = setTimeout(() => reject(new Error(`no end after ${LIMIT / 1000} s`)), LIMIT)
    // Before the page is opened: it looks for both as soon as it starts.
    page.exposeFunction('codeAutomationLog', print).catch(reject)
    page.exposeFunction('codeAutomationExit', resolve).catch(reject)
  })
  try {
    await page.goto(address)
    return { code: await ended, log }
  } catch (error) {
    throw new Error(`${error.message}\n${log.slice(-30).join('\n')}`)
  } finally {
    clearTimeout(limit)
  }
}
