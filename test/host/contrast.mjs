// Reads from a page how well the coloured text of an editor can be read.

/**
 * The pieces of text that the editor shows, each with the ratio of its contrast to what is behind it as WCAG 2 defines it. Hints
 * are left out: their colour is the theme's own alone.
 */
export const contrasts = (editor) =>
  editor.evaluate((element) => {
    const numbers = (color) => (color.match(/[\d.]+/g) ?? []).map(Number)
    const luminance = (color) => {
      const [r, g, b] = numbers(color).map((value) => {
        const share = value / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const background = getComputedStyle(element.querySelector('.monaco-editor-background')).backgroundColor
    const behind = luminance(background)
    const pieces = [...element.querySelectorAll('.view-line span[class*=mtk]')]
    return pieces
      .filter((piece) => piece.childElementCount === 0 && piece.textContent.trim() !== '')
      .filter(({ className }) => !className.includes('dyn-rule'))
      .map((piece) => {
        const { color, fontWeight } = getComputedStyle(piece)
        const own = luminance(color)
        const ratio = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05)
        return { text: piece.textContent, color, isBold: Number(fontWeight) > 400, ratio }
      })
  })
