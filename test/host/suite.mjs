// The frame of a host suite: what it needs is fetched first, and its counts end up in out/ for test/run.mjs.
import * as fs from 'node:fs'
import * as path from 'node:path'
import { Unavailable } from './install.mjs'
import { out } from './paths.mjs'

/** `run` answers `{ passed, failed, skipped }` or throws, which counts as one failure. Ends the process. */
export async function hostSuite(name, needs, run) {
  fs.mkdirSync(out, { recursive: true })
  const file = path.join(out, `${name}.json`)
  fs.rmSync(file, { force: true })
  const counts = await attempt(name, needs, run)
  fs.writeFileSync(file, JSON.stringify(counts))
  console.log(`${name}: passed ${counts.passed}, failed ${counts.failed}, skipped ${counts.skipped}`)
  process.exit(counts.failed > 0 ? 1 : 0)
}

async function attempt(name, needs, run) {
  try {
    for (const need of needs) await need()
    return await run()
  } catch (error) {
    // On a developer's machine a suite may be left out; where the project is judged it may not.
    const mayBeSkipped = error instanceof Unavailable && !process.env.CI
    console.error(`${name}: ${mayBeSkipped ? `skipped: ${error.message}` : error.stack}`)
    return { passed: 0, failed: mayBeSkipped ? 0 : 1, skipped: mayBeSkipped ? 1 : 0 }
  }
}

/** Steps that build on each other, by what they show: after one that fails the others are skipped. */
export async function inOrder(steps) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, step] of Object.entries(steps)) {
    if (counts.failed > 0) {
      counts.skipped += 1
      continue
    }
    try {
      await step()
      counts.passed += 1
      console.log(`  ✔ ${name}`)
    } catch (error) {
      counts.failed += 1
      console.error(`  ✘ ${name}\n${error.stack}`)
    }
  }
  return counts
}

/** Mocha's own statistics in our words. */
export const countsOf = ({ passes, failures, pending }) => ({ passed: passes, failed: failures, skipped: pending })

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})
