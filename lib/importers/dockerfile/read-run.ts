import { type Install, installsOf } from '@/lib/importers/dockerfile/installs'
import { programOf, type ShellCommand, shellCommands } from '@/lib/importers/dockerfile/shell-commands'
import { flagOf, type Instruction, jsonForm } from '@/lib/importers/dockerfile/split-instructions'

/** What a RUN says, each with its line. Nothing of its text is kept but what kinds of things it does. */
export type RunSigns = {
  unverifiedDownload?: number
  updateAlone?: number
  setuid?: number
  clearsSetuid?: number
  installs: (Install & { line: number })[]
  secretMount?: number
  insecure?: number
  network?: 'none' | 'host'
}

const shells = /^(sh|bash|dash|ash|zsh|ksh|busybox|python[\d.]*|perl|ruby|node|php|pwsh|powershell)$/
const fetchers = /^(curl|wget|aria2c|fetch|http|https)$/
const checks = /^(sha\d*sum|shasum|md5sum|b2sum|gpgv|minisign|cosign|slsa-verifier|signify|openssl)$/
// Options with which package managers and fetchers stop checking.
const unchecked =
  /^(--no-check-certificate|--insecure|--allow-unauthenticated|--force-yes|--allow-insecure-repositories|--allow-untrusted|--nogpgcheck|--no-gpg-checks?|--no-gpg-check|--nosignature|--nodigest|--trusted-host(=.*)?|--disable-ssl-verify|--setopt=(\S*\.)?sslverify=(0|false)|-SkipCertificateCheck)$/
const lastDownload =
  /\b(Invoke-WebRequest|Invoke-RestMethod|iwr|irm|DownloadFile|DownloadString|Start-BitsTransfer)\b/i

/** Looks through the commands of a RUN. */
export function readRun(instruction: Instruction): RunSigns {
  const signs: RunSigns = { installs: [] }
  for (const { name, value } of instruction.flags) {
    if (name === 'mount' && /(?:^|,)type=(secret|ssh)(?:,|$)/.test(value))
      signs.secretMount = instruction.line
  }
  if (flagOf(instruction, 'security') === 'insecure') signs.insecure = instruction.line
  const network = flagOf(instruction, 'network')
  if (network === 'none' || network === 'host') signs.network = network
  for (const { text, lineAt } of scriptsOf(instruction)) {
    if (lastDownload.test(text)) readPowerShell(signs, text, lineAt)
    readCommands(signs, shellCommands(text), lineAt)
  }
  return signs
}

type Script = { text: string; lineAt: (offset: number) => number }

/** The shell texts of a RUN: its own, or the heredoc that it runs. What is handed to another program is no shell text. */
function scriptsOf(instruction: Instruction): Script[] {
  const json = jsonForm(instruction)
  if (json) {
    const at = json.findIndex((word) => /^(-[a-z]*c|\/[sS])$/i.test(word))
    const text =
      at >= 0 && shells.test((json[0] ?? '').replace(/^.*\//, ''))
        ? json.slice(at + 1).join(' ')
        : json.map(quote).join(' ')
    return [{ text, lineAt: () => instruction.line }]
  }
  const scripts: Script[] = [{ text: instruction.text, lineAt: instruction.lineAt }]
  const [first] = shellCommands(instruction.text.replace(/\d*<<-?\S+/g, ' ')).slice(0, 1)
  const program = first ? programOf(first).program : ''
  if (program === '' || /^(sh|bash|dash|ash|zsh|ksh)$/.test(program)) {
    for (const { body, line } of instruction.heredocs) {
      // A line of its own first says which program runs it.
      if (/^#!(?!.*\b(sh|bash|dash|ash|zsh|ksh)\b)/.test(body)) continue
      scripts.push({ text: joinContinued(body), lineAt: (offset) => line + countLines(body, offset) })
    }
  }
  return scripts
}

const quote = (word: string) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", '')}'`)

// Blanks instead of the sign, so that offsets stay.
const joinContinued = (text: string) => text.replace(/\\\n/g, '  ')

function countLines(text: string, offset: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count++
  return count
}

function readCommands(signs: RunSigns, commands: readonly ShellCommand[], lineAt: Script['lineAt']): void {
  const named = commands.map((command) => ({ command, ...programOf(command) }))
  const isChecked = named.some(isCheck)
  const keys = new Set(
    named.filter(({ program }) => keyTools.test(program)).flatMap(({ command }) => command.reads),
  )
  let update: number | undefined
  let hasInstall = false
  for (const { command, program, args } of named) {
    const line = () => lineAt(command.offset)
    if (isFetch(program, args)) {
      if (!isChecked && !feedsKeyring(command, keys)) signs.unverifiedDownload ??= line()
    }
    if (shells.test(program) && readsDownload(command)) signs.unverifiedDownload ??= line()
    if (/^(eval|source|\.|iex|Invoke-Expression)$/i.test(program) && readsDownload(command))
      signs.unverifiedDownload ??= line()
    if (command.words.some((word) => unchecked.test(word)) || isInsecure(program, args))
      signs.unverifiedDownload ??= line()
    if (isListUpdate(program, args)) update ??= line()
    for (const install of installsOf(program, args)) {
      signs.installs.push({ ...install, line: line() })
      hasInstall ||= install.ecosystem === 'os'
    }
    readPermissions(signs, program, args, line)
  }
  if (update !== undefined && !hasInstall) signs.updateAlone ??= update
}

type Named = { command: ShellCommand; program: string; args: string[] }

function isCheck({ program, args }: Named): boolean {
  if (program === 'gpg' || program === 'gpg2') return args.includes('--verify')
  if (program === 'rpm') return args.some((word) => /^(-K|--checksig)$/.test(word))
  if (program === 'openssl') return args.some((word) => /^(dgst|-verify|cms)$/.test(word))
  return checks.test(program)
}

/** True for a download from somewhere else; a look at the build's own machine is none. */
function isFetch(program: string, args: readonly string[]): boolean {
  if (!fetchers.test(program)) return false
  if (args.some((word) => /^(-I|--head|--version|-V|--help|--spider)$/.test(word))) return false
  const targets = args.filter((word) => /^[a-z]+:\/\/|^\$|^[\w-]+(\.[\w-]+)+(\/|$)|\$\(\)/i.test(word))
  return targets.some((word) => !/^([a-z]+:\/\/)?(localhost|127\.|0\.0\.0\.0|\[::1\])/i.test(word))
}

function readsDownload(command: ShellCommand, depth = 0): boolean {
  if (depth > 20) return false
  return command.reads.some((other) => {
    const { program, args } = programOf(other)
    return isFetch(program, args) || readsDownload(other, depth + 1)
  })
}

const keyTools = /^(gpg2?|apt-key)$/
const keyRing = /\/(keyrings?|trusted\.gpg\.d)\/|\/etc\/apk\/keys\//

/** A signing key on its way to the key ring is what later downloads are checked with. */
function feedsKeyring(command: ShellCommand, keys: ReadonlySet<ShellCommand>): boolean {
  return keys.has(command) || command.words.some((word) => keyRing.test(word))
}

function isInsecure(program: string, args: readonly string[]): boolean {
  const text = args.join(' ')
  if (program === 'curl') return args.some((word) => /^-[a-zA-Z]*k[a-zA-Z]*$/.test(word))
  if (program === 'npm' || program === 'yarn' || program === 'pnpm')
    return /strict-ssl[ =]false|registry[ =]http:\/\//.test(text)
  if (program === 'git') return /http\.sslVerify[ =](false|0)/i.test(text)
  if (program === 'rpm') return /(^| )-\w*[iU]\w* .*https?:\/\//.test(text)
  if (/^(pip[\d.]*|uv|python[\d.]*)$/.test(program)) return /(?:^|[ =])http:\/\//.test(text)
  if (program === 'echo' || program === 'printf') return /\[[^\]]*trusted=yes[^\]]*\]/.test(text)
  return false
}

function isListUpdate(program: string, args: readonly string[]): boolean {
  if (/^(apt-get|apt|aptitude|apk)$/.test(program)) return args.includes('update')
  if (/^(yum|dnf|microdnf)$/.test(program)) return args.includes('makecache')
  if (program === 'zypper') return args.includes('refresh') || args.includes('ref')
  return program === 'pacman' && args.some((word) => /^-Sy+$/.test(word)) && args.length === 1
}

function readPermissions(
  signs: RunSigns,
  program: string,
  args: readonly string[],
  line: () => number,
): void {
  const finds = program === 'find' && args.includes('-perm')
  if (finds && /chmod\s+.*(a-s|u-s|-s)\b|(^|\s)-delete(\s|$)/.test(args.join(' ')))
    signs.clearsSetuid ??= line()
  if (program === 'setcap') signs.setuid ??= line()
  if (program !== 'chmod' && program !== 'install') return
  const mode = args.find((word) => /^[0-7]{3,5}$|^[ugoa]*[-+=][a-zA-Z]+/.test(word)) ?? ''
  if (/^0?[246][0-7]{3}$/.test(mode) || /^[ugoa,]*\+[rwxX]*s/.test(mode) || /^[ugoa]*=[rwxX]*s/.test(mode))
    signs.setuid ??= line()
}

function readPowerShell(signs: RunSigns, text: string, lineAt: Script['lineAt']): void {
  const isRun =
    /\|\s*(iex|Invoke-Expression)\b|\b(iex|Invoke-Expression)\b.{0,200}\b(DownloadString|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b/is.test(
      text,
    )
  if (isRun || !/\bGet-FileHash\b|\bGet-AuthenticodeSignature\b/i.test(text)) {
    signs.unverifiedDownload ??= lineAt(Math.max(0, text.search(lastDownload)))
  }
}
