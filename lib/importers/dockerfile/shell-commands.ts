/** A command of a shell text: its words without quotes, and where it stands. */
export type ShellCommand = {
  words: string[]
  offset: number
  /** The command before it in a pipe, whose output it reads, or the one in `<( )` or `$( )` among its words. */
  reads: ShellCommand[]
}

const MAX_DEPTH = 12
const MAX_COMMANDS = 5000

/** Takes a shell text apart into its commands, those in `$( )`, backquotes and `<( )` included. Runs and keeps nothing. */
export function shellCommands(text: string): ShellCommand[] {
  const lexer = new Lexer(text)
  lexer.readList('')
  return lexer.commands
}

// Words before a command that are not the command itself.
const leading =
  /^(sudo|env|exec|command|time|nice|nohup|eatmydata|then|do|else|elif|if|while|until|!|\{|[A-Za-z_]\w*=.*)$/

/** The words of a command from its program on: without `sudo`, `env`, `VARIABLE=value` and the like before it. */
export function programOf({ words }: ShellCommand): { program: string; args: string[] } {
  let at = 0
  while (at < words.length && leading.test(words[at] as string)) {
    at++
    // Options of sudo and env belong to them.
    if (/^(sudo|env|nice)$/.test(words[at - 1] as string)) while (words[at]?.startsWith('-')) at++
  }
  const program = (words[at] ?? '').replace(/^.*[/\\]/, '').replace(/\.exe$/i, '')
  return { program, args: words.slice(at + 1) }
}

class Lexer {
  readonly commands: ShellCommand[] = []
  private at = 0

  constructor(private readonly text: string) {}

  /** Reads commands up to the character `end`, which is passed over; to the end of the text when it is ''. */
  readList(end: string, depth = 0): ShellCommand[] {
    const list: ShellCommand[] = []
    let piped: ShellCommand | undefined
    let command: ShellCommand = { words: [], offset: this.at, reads: [] }
    const close = (isPipe: boolean) => {
      if (command.words.length > 0 || command.reads.length > 0) {
        if (piped) command.reads.push(piped)
        if (this.commands.length < MAX_COMMANDS) this.commands.push(command)
        list.push(command)
        piped = isPipe ? command : undefined
      }
      command = { words: [], offset: this.at, reads: [] }
    }
    while (this.at < this.text.length) {
      const char = this.text[this.at] as string
      if (char === end) break
      if (char !== '\n' && /\s/.test(char)) this.at++
      else if (char === '#' && /\s|^$/.test(this.text[this.at - 1] ?? '')) this.skipLine()
      else if (char === '\n' || char === ';' || char === '&' || char === '(' || char === ')') {
        this.at++
        // In `2>&1` and `&>file` the sign belongs to a redirection.
        if (char === '&' && this.text[this.at] === '>') continue
        close(false)
      } else if (char === '|') {
        const isPipe = this.text[this.at + 1] !== '|'
        this.at += isPipe ? 1 : 2
        if (isPipe && this.text[this.at] === '&') this.at++
        close(isPipe)
      } else {
        if (command.words.length === 0) command.offset = this.at
        this.readWord(command, end, depth)
      }
    }
    close(false)
    this.at++
    return list
  }

  private skipLine(): void {
    const next = this.text.indexOf('\n', this.at)
    this.at = next < 0 ? this.text.length : next
  }

  private readWord(command: ShellCommand, end: string, depth: number): void {
    let word = ''
    let isWord = false
    while (this.at < this.text.length) {
      const char = this.text[this.at] as string
      if (char === end || /[\s;|()]/.test(char)) break
      if (char === '&' && !/[<>]$/.test(word)) break
      isWord = true
      if (char === '\\') {
        word += this.text[this.at + 1] ?? ''
        this.at += 2
      } else if (char === "'") {
        const close = this.text.indexOf("'", this.at + 1)
        word += this.text.slice(this.at + 1, close < 0 ? undefined : close)
        this.at = close < 0 ? this.text.length : close + 1
      } else if (char === '"') word += this.readQuoted(command, depth)
      else if (this.isSubstitution()) word += this.readSubstitution(command, depth)
      else {
        word += char
        this.at++
      }
    }
    if (isWord) command.words.push(word)
  }

  private readQuoted(command: ShellCommand, depth: number): string {
    let text = ''
    this.at++
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      if (this.text[this.at] === '\\') {
        text += this.text[this.at + 1] ?? ''
        this.at += 2
      } else if (this.isSubstitution() && this.text[this.at] !== '<')
        text += this.readSubstitution(command, depth)
      else text += this.text[this.at++]
    }
    this.at++
    return text
  }

  private isSubstitution(): boolean {
    const [char, next] = [this.text[this.at], this.text[this.at + 1]]
    return char === '`' || ((char === '$' || char === '<') && next === '(' && this.text[this.at + 2] !== '(')
  }

  private readSubstitution(command: ShellCommand, depth: number): string {
    const isBackquote = this.text[this.at] === '`'
    this.at += isBackquote ? 1 : 2
    if (depth >= MAX_DEPTH) return ''
    command.reads.push(...this.readList(isBackquote ? '`' : ')', depth + 1))
    return '$()'
  }
}
