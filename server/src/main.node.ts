import { join } from 'node:path'
import { startNodeServer } from './lsp/node.ts'
import { findFilesOfMachine, readFileOfMachine } from './node-files.ts'

startNodeServer(join(__dirname, '../docs/rules'), {
  machine: { readFile: readFileOfMachine, findFiles: findFilesOfMachine },
  clock: () => performance.now(),
  thisYear: () => new Date().getFullYear(),
})
