import { expect, test, vi } from 'vitest'
import type { Folders } from '../../../server/src/lsp/folders.ts'
import { NO_POLICY, Policies } from '../../../server/src/lsp/policies.ts'
import type { ResourceSettings } from '../../../server/src/lsp/resource-settings.ts'
import type { Config } from '../../../server/src/review/config/schema.ts'

const DRAFT = 'file:///w/a.txt'
const CONFIG = 'file:///w/nianbao.config.json'
const rules = (level: string) => JSON.stringify({ rules: { 'cell/blank': level } })

/** Files that are read when a test says so. */
function made() {
  const files = new Map([[CONFIG, rules('off')]])
  const open = new Set([DRAFT])
  const settings = { of: vi.fn(async (): Promise<Config> => ({})), forget: () => {} }
  const waiting: (() => void)[] = []
  let slow = false
  const changed = vi.fn()
  const policies = new Policies({
    read: async (uri) => {
      const text = files.get(uri)
      if (slow) await new Promise<void>((resolve) => waiting.push(resolve))
      return text
    },
    findPacks: async () => [],
    settings: settings as unknown as ResourceSettings,
    folders: { of: () => undefined } as unknown as Folders,
    isOpen: (uri) => open.has(uri),
    changed,
  })
  const levelOf = (uri: string) => policies.of(uri).options.settings?.get('cell/blank')?.severity
  return {
    files,
    open,
    settings,
    policies,
    changed,
    levelOf,
    beSlow: () => {
      slow = true
    },
    goOn: () => {
      slow = false
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}

test('a policy is made once, and then there is nothing to wait for', async () => {
  const { policies, levelOf } = made()
  expect(policies.of(DRAFT)).toBe(NO_POLICY)
  const ready = policies.ready(DRAFT)
  expect(policies.ready(DRAFT)).toBe(ready)
  await ready
  expect(policies.ready(DRAFT)).toBeUndefined()
  expect(levelOf(DRAFT)).toBe('off')
  expect(policies.of(DRAFT)).toBe(policies.of(DRAFT))
})

test('the former policy holds until the new one is there', async () => {
  const { policies, files, levelOf, changed, beSlow, goOn } = made()
  await policies.ready(DRAFT)
  files.set(CONFIG, rules('hint'))
  beSlow()
  policies.drop(CONFIG)
  const renewed = policies.renew()
  expect(levelOf(DRAFT)).toBe('off')
  goOn()
  await renewed
  expect([levelOf(DRAFT), changed.mock.calls.length]).toEqual(['hint', 1])
})

test('what was read before a change does not replace what was read after it', async () => {
  const { policies, files, levelOf, beSlow, goOn } = made()
  beSlow()
  const ready = policies.ready(DRAFT)
  files.set(CONFIG, rules('hint'))
  policies.drop(CONFIG)
  const renewed = policies.renew()
  goOn()
  await Promise.all([ready, renewed])
  expect(levelOf(DRAFT)).toBe('hint')
})

test('nothing changes for a configuration that says the same', async () => {
  const { policies, changed } = made()
  await policies.ready(DRAFT)
  const before = policies.of(DRAFT)
  policies.drop(CONFIG)
  await policies.renew()
  expect([policies.of(DRAFT) === before, changed.mock.calls.length]).toEqual([true, 0])
})

test('nor for settings that say the same', async () => {
  const { policies, files, settings, changed, levelOf } = made()
  files.clear()
  settings.of.mockImplementation(async () => ({ rules: { 'cell/blank': 'info' } }))
  await policies.ready(DRAFT)
  expect(levelOf(DRAFT)).toBe('info')
  await policies.renew()
  expect(changed).not.toHaveBeenCalled()
})

test('a document that was closed meanwhile is not kept', async () => {
  const { policies, open, beSlow, goOn } = made()
  beSlow()
  const ready = policies.ready(DRAFT)
  open.clear()
  policies.forget(DRAFT)
  goOn()
  await ready
  expect(policies.of(DRAFT)).toBe(NO_POLICY)
})

test('what is no URI is reviewed as it is', async () => {
  const { policies, open } = made()
  open.add('no uri:/a.txt')
  await policies.ready('no uri:/a.txt')
  expect(policies.ready('no uri:/a.txt')).toBeUndefined()
  expect(policies.of('no uri:/a.txt')).toBe(NO_POLICY)
})
