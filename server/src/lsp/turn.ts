import { RAL } from 'vscode-languageserver'

/** Of the event loop: `setImmediate` where there is one, as the connection itself does it. */
export function inNextTurn(step: () => void): void {
  RAL().timer.setImmediate(step)
}

/**
 * When the message that arrived behind the present one, if any, has been taken in. The connection hands over one a turn, but
 * asks for its turn only after the handler of the present message has asked for its own.
 */
export function afterNextMessage(): Promise<void> {
  return new Promise((resolve) => inNextTurn(() => inNextTurn(resolve)))
}
