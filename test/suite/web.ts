/// <reference types="mocha" />
// The way into the extension host of VS Code for the Web: one bundle, Mocha included, since a web worker loads no files.
import 'mocha/mocha.js'

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 60_000, color: false, reporter: 'spec' })
  // After the set-up, which is what defines `suite` and `test`.
  await import('./review.test.ts')
  await import('./editing.test.ts')
  await import('./saving.test.ts')
  await import('./reading.test.ts')
  await import('./figures.test.ts')
  await import('./typing.test.ts')
  await import('./table-view.test.ts')
  await import('./bring.test.ts')
  // Not copy-tables.test.ts: pages of webviews come from a server on the network, which is not there.
  await import('./word.test.ts')
  await import('./writing.test.ts')
  await import('./configuration.test.ts')
  await import('./desk.test.ts')
  await import('./walkthrough.test.ts')
  await import('./packs.test.ts')
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()))
    runner.once('end', () => console.log(`mocha statistics: ${JSON.stringify(runner.stats)}`))
  })
}
