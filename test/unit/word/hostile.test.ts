import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../server/src/word/limits.ts'
import { readPage } from '../../../server/src/word/read/read-page.ts'
import { readWord } from '../../../server/src/word/read/read-word.ts'
import { MAIN_TYPE, p, root, t, wordFile } from '../../word-file.ts'

const refusal = (bytes: Uint8Array) =>
  readWord(bytes).then(
    () => 'read',
    (error: { readonly key?: string }) => error.key ?? String(error),
  )

const main = (xml: string) => wordFile({ body: '', files: { 'word/document.xml': strToU8(xml) } })
const body = (xml: string) => root('document', `<w:body>${xml}</w:body>`)
const compound = (...names: readonly string[]) => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(names.join(''), 'utf16le'), 1024)
  return bytes
}

describe('a file that is no report in Word', () => {
  test.each([
    ['nothing', new Uint8Array(), 'word/damaged'],
    ['a text', strToU8('年度报告'), 'word/damaged'],
    ['with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'word/password'],
    ['of Word 97', compound('WordDocument'), 'word/old'],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'word/other'],
    [
      'a workbook',
      wordFile({ body: '', mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
      'word/other',
    ],
    ['with macros', wordFile({ body: p('a'), files: { 'word/vbaProject.bin': strToU8('x') } }), 'word/macro'],
    [
      'with macros, by its type',
      wordFile({ body: p('a'), mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'word/macro',
    ],
    ['of 200 MB', new Uint8Array(200_000_000), 'word/large'],
    ['cut off', wordFile({ body: p('年报'.repeat(3000)) }).slice(0, 900), 'word/damaged'],
    [
      'whose text is missing',
      wordFile({
        body: '',
        files: {
          '[Content_Types].xml': strToU8(
            `<Types><Override PartName="/word/other.xml" ContentType="${MAIN_TYPE}"/></Types>`,
          ),
        },
      }),
      'word/damaged',
    ],
    ['whose text is no XML', main('年度报告<'), 'word/damaged'],
    ['with an element that is not closed', main(body('<w:p>').replace('</w:body>', '')), 'word/damaged'],
    [
      'in an encoding that is none',
      wordFile({ body: '', files: { 'word/document.xml': Uint8Array.of(0x3c, 0xc4, 0xea, 0xb1, 0xa8, 0x3e) } }),
      'word/damaged',
    ],
  ])('%s', async (_, bytes, key) => {
    expect(await refusal(bytes)).toBe(key)
  })

  test('bytes changed anywhere are refused or read, and never a crash', async () => {
    const sound = wordFile({ body: p('年度报告'.repeat(50)) })
    for (let at = 0; at < sound.length; at += 7) {
      const bytes = sound.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 0xff
      expect(await refusal(bytes)).toMatch(/^(?:read|word\/\w+)$/)
    }
  })
})

describe('a file that means harm', () => {
  test.each([
    [
      'entities of entities',
      main(`<!DOCTYPE w [<!ENTITY a "年年"><!ENTITY b "&a;&a;">]>${body(p('&b;'))}`),
      'word/hostile',
    ],
    [
      'an entity from elsewhere',
      main(`<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>${body(p('&a;'))}`),
      'word/hostile',
    ],
    [
      'a document type in another part',
      wordFile({ body: p('a'), files: { 'word/styles.xml': strToU8('<!DOCTYPE a><a/>') } }),
      'word/hostile',
    ],
    ['elements without end', main(body('<w:p>'.repeat(100_000))), 'word/hostile'],
    [
      'tables within tables',
      main(body(`${'<w:tbl><w:tr><w:tc>'.repeat(200)}${'</w:tc></w:tr></w:tbl>'.repeat(200)}`)),
      'word/hostile',
    ],
    ['a bomb', main(body(t(' '.repeat(60_000_000)))), 'word/hostile'],
    ['a larger bomb', main(body(t(' '.repeat(150_000_000)))), 'word/hostile'],
    ['more elements than any report has', main(body(p('年报').repeat(70_000))), 'word/hostile'],
    [
      'a cell over a million columns',
      main(
        body(
          '<w:tbl>' +
            `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr>`.repeat(
              1_500,
            ) +
            '</w:tbl>',
        ),
      ),
      'word/hostile',
    ],
    [
      'parts without number',
      wordFile({
        body: p('a'),
        files: Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, at) => [`x/${at}`, strToU8('')])),
      }),
      'word/hostile',
    ],
  ])('%s', async (_, bytes, key) => {
    expect(await refusal(bytes)).toBe(key)
  })

  test('a size that its entry does not tell', async () => {
    const bytes = main(body(t(' '.repeat(80_000_000))))
    // The size, when unpacked, of every entry in the archive's directory.
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 30 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
      if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
    }
    expect(await refusal(bytes)).toMatch(/^word\/(?:hostile|damaged)$/)
  })

  test('a page of nothing but tags', () => {
    expect(() => readPage('<div>'.repeat(100_000))).toThrow('word/hostile')
    expect(() => readPage(`<table>${'<tr><td colspan=1000 rowspan=60000>a<td>b'.repeat(200)}`)).toThrow('word/hostile')
  })
})
