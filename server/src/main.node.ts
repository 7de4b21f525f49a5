import { join } from 'node:path'
import { startNodeServer } from './lsp/node.ts'

startNodeServer(join(__dirname, '../docs/rules'))
