import type { ExecuteCommandMiddleware } from 'vscode-languageclient'
import type { Ask } from './ask.ts'
import { bringToEdition } from './bring.ts'
import { newReport } from './new-report.ts'

/** What people are asked, and what is opened, around the server's own commands. */
export const commandMiddleware: ExecuteCommandMiddleware = {
  executeCommand: (command, args, next) => {
    const around = AROUND[command]
    return around ? around((...values) => next(command, values), args) : next(command, args)
  },
}

const AROUND: Readonly<Record<string, (ask: Ask, args: readonly unknown[]) => Promise<unknown>>> = {
  'nianbao.bringToEdition': bringToEdition,
  'nianbao.newReport': newReport,
}
