import { readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'

// The rooms of the server, each importing only from those before it, and two that go another way from the review.
const ROOMS = ['text', 'formats', 'report', 'rules', 'review', 'features', 'lsp']
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  word: ['text', 'formats', 'report', 'rules', 'review'],
  cli: ['text', 'formats', 'report', 'rules', 'review', 'word'],
}

const PROTOCOLS = ['server/src/lsp/protocol.ts', 'server/src/word/protocol.ts']

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

const sources = globSync(['server/src/**/*.ts', 'client/src/**/*.ts']).sort()

const imports = sources.flatMap((file): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)( type)?[^'"]*?from '(\.[^']+)'/gm)].map(
    ([, type, path]) => ({
      file,
      target: posix.normalize(posix.join(dirname(file), path as string)),
      typeOnly: type !== undefined,
    }),
  ),
)

const roomOf = (file: string): string => /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? ''

test('the sources import one another at all', () => {
  expect(imports.length).toBeGreaterThan(100)
})

test('a room imports only from the rooms before it', () => {
  const wrong = imports.filter(({ file, target }) => {
    const from = roomOf(file)
    const to = roomOf(target)
    if (from === '' || from === to) return false
    return !(BESIDE[from] ?? ROOMS.slice(0, ROOMS.indexOf(from))).includes(to)
  })
  expect(wrong).toEqual([])
})

test('the client imports nothing of the server but the types of its protocols', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    if (!file.startsWith('client/') || !target.startsWith('server/')) return false
    return !PROTOCOLS.includes(target) || !typeOnly
  })
  expect(wrong).toEqual([])
})

test('nothing below the main files asks for the machine', () => {
  const below = sources.filter((file) => file.startsWith('server/') && roomOf(file) !== '')
  const wrong = below.filter((file) => {
    const text = readFileSync(file, 'utf8')
    const node = [...text.matchAll(/from '(node:[\w/]+)'/g)]
      .map(([, name]) => name)
      .filter((name) => name !== 'node:url')
    return (
      node.length > 0 ||
      /\bprocess\.\w+\(|\bprocess\.(?:env|argv|cwd|exit|std)|\bDate\.now|new Date\b|performance\.now|\bfetch\(/.test(
        text,
      )
    )
  })
  expect(wrong).toEqual([])
})

test('there are no circles', () => {
  const next = new Map(
    sources.map((file) => [file, imports.filter((one) => one.file === file).map(({ target }) => target)]),
  )
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const target of next.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  expect(circles).toEqual([])
})
