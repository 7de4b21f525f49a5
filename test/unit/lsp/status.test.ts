import { beforeEach, expect, test, vi } from 'vitest'
import type { Connection } from 'vscode-languageserver'
import { OpenDocument } from '../../../server/src/lsp/documents.ts'
import { NO_POLICY } from '../../../server/src/lsp/policies.ts'
import { StatusReporter, statusOf } from '../../../server/src/lsp/status.ts'
import type { Review } from '../../../server/src/review/review.ts'
import { documentOf, findingAt, reviewOf, URI } from '../features/made-review.ts'

const figure = { start: 0, end: 1 }
const failed: Review = { ...reviewOf('7', []), failures: [{ rule: 'cell/unit', error: new Error('beyond the end') }] }

/** An open document whose review is given, and how long it took. */
const open = (review: Review, took = 0): OpenDocument =>
  Object.defineProperties(new OpenDocument(documentOf('7')), { review: { value: review }, took: { value: took } })

const sendNotification = vi.fn()
const error = vi.fn()
let reporter: StatusReporter
beforeEach(() => {
  vi.clearAllMocks()
  reporter = new StatusReporter({ sendNotification, console: { error } } as unknown as Connection)
})

test('a status is sent when it is news', () => {
  reporter.tell(open(reviewOf('7', [])), NO_POLICY, 'zh-CN')
  reporter.tell(open(reviewOf('7', [])), NO_POLICY, 'zh-CN')
  expect(sendNotification).toHaveBeenCalledTimes(1)
  reporter.tell(open(reviewOf('7', [findingAt(figure)])), NO_POLICY, 'zh-CN')
  reporter.tell(open(reviewOf('7', [findingAt(figure)])), NO_POLICY, 'en')
  expect(sendNotification).toHaveBeenCalledTimes(3)
})

test('how long it took is told, and is no news of its own', () => {
  reporter.tell(open(reviewOf('7', []), 12.4), NO_POLICY, 'zh-CN')
  reporter.tell(open(reviewOf('7', []), 30), NO_POLICY, 'zh-CN')
  expect(sendNotification.mock.calls.map(([, { detail }]) => detail)).toEqual(['用时 12 毫秒'])
})

test('a document that is opened again is news', () => {
  reporter.tell(open(reviewOf('7', [])), NO_POLICY, 'zh-CN')
  reporter.forget(URI)
  reporter.tell(open(reviewOf('7', [])), NO_POLICY, 'zh-CN')
  expect(sendNotification).toHaveBeenCalledTimes(2)
})

test('a rule that fails is logged once and named in the status', () => {
  reporter.tell(open(failed), NO_POLICY, 'zh-CN')
  reporter.tell(open(failed), NO_POLICY, 'zh-CN')
  expect(error).toHaveBeenCalledTimes(1)
  expect(error.mock.calls[0]?.[0]).toMatch(/^cell\/unit: Error: beyond the end/)
  expect(sendNotification.mock.calls[0]?.[1]).toMatchObject({
    failedRules: ['cell/unit'],
    detail: '出错而未执行的规则：cell/unit · 用时 1 毫秒',
  })
})

test('findings are counted by severity', () => {
  const severities = ['error', 'error', 'warning', 'info', 'hint'] as const
  const status = statusOf(
    URI,
    reviewOf(
      '7',
      severities.map((severity) => findingAt(figure, { severity })),
    ),
    NO_POLICY,
    'zh-CN',
  )
  expect(status).toMatchObject({ errors: 2, warnings: 1, infos: 1, hints: 1, text: '2021 版格式 · 5 处待核' })
  expect(status.detail).toBe('错误 2，警告 1，提示 2')
})
