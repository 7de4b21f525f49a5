import { join } from 'node:path'
import { startNodeServer } from './lsp/node.ts'
import { findFilesOfMachine, findPacksOfMachine, readFileOfMachine } from './node-files.ts'

startNodeServer(join(__dirname, '../docs/rules'), {
  machine: { readFile: readFileOfMachine, findFiles: findFilesOfMachine, findPacks: findPacksOfMachine },
  clock: () => performance.now(),
  thisYear: () => new Date().getFullYear(),
})
