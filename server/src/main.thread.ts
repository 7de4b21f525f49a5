// One of the threads that `nianbao check` reviews files on.
import { parentPort, workerData } from 'node:worker_threads'
import type { CheckOptions } from './cli/check-options.ts'
import { type FileReviewer, openReviewer } from './cli/file-reviewer.ts'
import { host } from './node-host.ts'

const reviewer: Promise<FileReviewer | undefined> = openReviewer(host, workerData as CheckOptions)

parentPort?.on('message', async (path: string) => {
  parentPort?.postMessage(await (await reviewer)?.review(path))
})
