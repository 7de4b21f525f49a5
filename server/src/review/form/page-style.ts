/** Of the page for a superior: on a screen in light and dark, and on A4. Colour is never the only sign of a fault. */
export const STYLE = `:root { color-scheme: light dark; --line: #8888; --error: #c0392b; --warning: #b7791f; --info: #2b6cb0 }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-bottom: 0; border-top: 1px solid var(--line); padding-top: 1rem }
table { border-collapse: collapse; margin: 1rem 0 } th, td { border: 1px solid var(--line); padding: 0.15em 0.5em; font-weight: normal }
.list td:not(:first-child) { text-align: right } caption { text-align: left; font-weight: bold }
.form { font-size: 0.85rem; width: 100% } .form td { text-align: center } .form th { text-align: left } .form th[scope=col] { text-align: center }
.place, .fix { opacity: 0.75; font-size: 0.85rem; margin: 0 } .unread { background: repeating-linear-gradient(45deg, #8882 0 4px, transparent 4px 8px) }
strong.error, td.error mark { color: var(--error) } strong.warning, td.warning mark { color: var(--warning) } strong.info, strong.hint, td.info mark { color: var(--info) }
td mark, td ins { white-space: nowrap } td mark { background: none; font-weight: bold; text-decoration: underline wavy } td ins { text-decoration: none; font-weight: bold } td ins::before { content: "→ " }
@media print { @page { size: A4; margin: 15mm } body { margin: 0; max-width: none; font-size: 10.5pt } section { break-before: page } tr { break-inside: avoid } .form { font-size: 8pt } }
`
