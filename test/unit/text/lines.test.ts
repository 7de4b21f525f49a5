import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Lines } from '../../../server/src/text/lines.ts'

test('lines are counted as the protocol counts them, whatever ends them', () => {
  const text = fc.array(fc.constantFrom('\n', '\r\n', '\r', '年', '😀', 'a')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (source) => {
      const lines = new Lines(source)
      const document = TextDocument.create('', '', 0, source)
      for (let at = 0; at <= source.length; at++) {
        // The protocol has no place between the two signs of a line end, nor behind one.
        if (document.offsetAt(document.positionAt(at)) !== at) continue
        expect(lines.positionAt(at)).toEqual(document.positionAt(at))
      }
    }),
  )
})
