// One of the threads that `nianbao check` reviews files on.
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckOptions } from './cli/check-options.ts'
import { type FileReviewer, openReviewer } from './cli/file-reviewer.ts'
import { host } from './node-host.ts'
import type { ThreadTask } from './node-thread.ts'

const reviewer: Promise<FileReviewer | undefined> = openReviewer(host, workerData as CheckOptions)

parentPort?.on('message', async ({ ask, path, past }: ThreadTask) => {
  const here = await reviewer
  parentPort?.postMessage(await (ask === 'review' ? here?.review(path, past) : here?.identify(path)))
})
