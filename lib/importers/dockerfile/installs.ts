/** Where packages come from: the distribution's own source, or one of a language. */
export type Ecosystem =
  | 'os'
  | 'pypi'
  | 'npm'
  | 'rubygems'
  | 'go'
  | 'crates'
  | 'packagist'
  | 'nuget'
  | 'chocolatey'

/** One command that installs packages. `isPinned` is undefined when another file decides, such as a list of requirements. */
export type Install = {
  ecosystem: Ecosystem
  isPinned: boolean | undefined
  /** Whether the contents are checked against hashes that are fixed beforehand. */
  isVerified?: true
  /** Compilers, editors and the like, of use to whoever breaks in. */
  hasTools?: true
}

const tools =
  /^(build-essential|build-base|gcc|g\+\+|clang|make|cmake|git|vim|nano|nmap|ncat|netcat(-\w+)?|nc|tcpdump|strace|gdb|telnet|openssh-(server|client|clients)|sudo|wget|socat|iputils-ping|net-tools|dnsutils|bind-tools)$/

/** What a command installs. `program` and `args` are as `programOf` gives them. */
export function installsOf(program: string, args: readonly string[]): Install[] {
  const [verb = '', ...rest] = args
    .filter((word, at) => at > 0 || !word.startsWith('-'))
    .filter((word) => word !== '')
  const words = args.filter((word) => !word.startsWith('-'))
  switch (program) {
    case 'apt-get':
    case 'apt':
    case 'aptitude':
      return words.includes('install')
        ? os(after(args, 'install', /^(-t|--target-release|-o|-c)$/), (word) => word.includes('='))
        : []
    case 'apk':
      return words.includes('add')
        ? os(after(args, 'add', /^(-t|--virtual|-X|--repository|-p|--root)$/), (word) => /[=~<>@]/.test(word))
        : []
    case 'yum':
    case 'dnf':
    case 'microdnf':
    case 'tdnf':
    case 'zypper': {
      const at = words.find((word) => word === 'install' || word === 'in')
      return at
        ? os(after(args, at, /^(-c|-x|--installroot|--releasever|--setopt)$/), (word) => /-\d|=/.test(word))
        : []
    }
    case 'pacman':
      return args.some((word) => /^-S[yu]*$/.test(word)) ? os(words, () => false) : []
    case 'pip':
    case 'pip3':
      return words[0] === 'install' ? pip(after(args, 'install', PIP_VALUES), args) : []
    case 'uv':
      return words[0] === 'pip' && words[1] === 'install' ? pip(after(args, 'install', PIP_VALUES), args) : []
    case 'npm':
    case 'pnpm':
    case 'yarn':
      return node(program, args)
    case 'gem':
      return words[0] === 'install'
        ? language(
            'rubygems',
            after(args, 'install', /^(-v|--version|-i|-n)$/),
            (word) => word.includes(':') || args.some((one) => /^(-v|--version)/.test(one)),
          )
        : []
    case 'go':
      return words[0] === 'install' || words[0] === 'get'
        ? language(
            'go',
            after(args, words[0], /^-(ldflags|tags|gcflags)$/).filter((word) => word.includes('@')),
            (word) => !/@(latest|master|main|upgrade)$/.test(word),
          )
        : []
    case 'cargo':
      return words[0] === 'install'
        ? language(
            'crates',
            after(args, 'install', /^--(version|vers|root|features|git|rev|tag|branch|path|target)$/),
            () => args.some((one) => /^--(version|vers|locked|path|rev|tag)(=|$)/.test(one)),
          )
        : []
    case 'composer':
      return words.includes('require')
        ? language('packagist', after(args, 'require', /^(-d)$/), (word) => /[:=]/.test(word))
        : []
    case 'dotnet':
      return words[0] === 'tool' && words[1] === 'install'
        ? language('nuget', after(args, 'install', /^--(version|tool-path|add-source)$/), () =>
            args.some((one) => /^--version/.test(one)),
          )
        : []
    case 'choco':
      return verb === 'install' && rest.length > 0
        ? language('chocolatey', after(args, 'install', /^(--version|-version|-s|--source)$/), () =>
            args.some((one) => /^--?version/.test(one)),
          )
        : []
    default:
      return /^python[\d.]*$/.test(program) && args[0] === '-m' && args[1] === 'pip'
        ? installsOf('pip', args.slice(2))
        : []
  }
}

const PIP_VALUES =
  /^(-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--trusted-host|--prefix|--root|--platform|--python-version|--only-binary|--no-binary|--cache-dir)$/

/** The words after a verb that are no options, nor values of the options named. */
function after(args: readonly string[], verb: string, withValue: RegExp): string[] {
  const found: string[] = []
  for (let at = args.indexOf(verb) + 1; at < args.length; at++) {
    const word = args[at] as string
    if (withValue.test(word)) at++
    else if (!word.startsWith('-') && !/^\d?[<>]/.test(word)) found.push(word)
  }
  return found
}

function os(packages: readonly string[], isPinned: (word: string) => boolean): Install[] {
  const named = packages.filter((word) => !/^[./$]|^https?:/.test(word))
  if (packages.length === 0) return []
  const hasTools = packages.some((word) => tools.test(word.replace(/[=~<>].*$/, '')))
  return [
    {
      ecosystem: 'os',
      isPinned: named.length > 0 ? named.every(isPinned) : undefined,
      ...(hasTools && { hasTools }),
    },
  ]
}

function language(
  ecosystem: Ecosystem,
  packages: readonly string[],
  isPinned: (word: string) => boolean,
): Install[] {
  return packages.length > 0 ? [{ ecosystem, isPinned: packages.every(isPinned) }] : []
}

function pip(packages: readonly string[], args: readonly string[]): Install[] {
  const isVerified = args.includes('--require-hashes')
  // Local folders and files are no packages from outside; what a list of requirements says stands there.
  const named = packages.filter((word) => !/^[./$]|^[a-z+]+:\/\/|\.(whl|tar\.gz|zip)$/.test(word))
  const hasList = args.some((word) => /^(-r|--requirement)/.test(word))
  if (named.length === 0 && !hasList) return []
  const isLoose = named.some((word) => !/(===?|@)/.test(word))
  const isPinned = isLoose ? false : isVerified || !hasList ? true : undefined
  return [{ ecosystem: 'pypi', isPinned, ...(isVerified && { isVerified }) }]
}

function node(program: string, args: readonly string[]): Install[] {
  const words = args.filter((word) => !word.startsWith('-'))
  const isGlobal = args.some((word) => /^(-g|--global)$/.test(word)) || words[0] === 'global'
  const verb = words[0] === 'global' ? words[1] : words[0]
  const isFrozen = args.some((word) => /^(--frozen-lockfile|--immutable|--ci)$/.test(word))
  if (
    (program === 'npm' && (verb === 'ci' || verb === 'clean-install')) ||
    (isFrozen && /^(install|i)?$/.test(verb ?? ''))
  )
    return [{ ecosystem: 'npm', isPinned: true, isVerified: true }]
  if (!/^(install|i|add|in)$/.test(verb ?? '')) return []
  const packages = after(
    args,
    verb as string,
    /^(--prefix|--registry|-w|--workspace|--cwd|-C|--filter|--cache)$/,
  ).filter((word) => !/^[./$]|^file:/.test(word))
  if (packages.length === 0) return isGlobal ? [] : [{ ecosystem: 'npm', isPinned: undefined }]
  return [
    {
      ecosystem: 'npm',
      isPinned: packages.every((word) => /.@[^@/]+$/.test(word) && !/@(latest|next)$/.test(word)),
    },
  ]
}
