import { join } from 'node:path'
import { startNodeServer } from './lsp/node.ts'
import { readFileOfMachine } from './node-files.ts'

startNodeServer(join(__dirname, '../docs/rules'), readFileOfMachine)
