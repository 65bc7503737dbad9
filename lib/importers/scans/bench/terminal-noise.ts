/** What a terminal shows around a tool's output: prompts with commands, image pulls, messages of other programs. */
const NOISE: readonly RegExp[] = [
  /^\s*(?:```|~~~)/,
  /^\s*(?:\([^)]*\)\s*)?[\w.-]+@[\w.-]+\s?[:~ ].{0,200}?[$#%>](?:\s|$)/,
  /^\s*(?:[$%❯➜]|PS [A-Z]:\\[^>]*>|[A-Z]:\\[^>]*>|bash-[\d.]+[$#]|sh-[\d.]+[$#]|\/\s#)(?:\s|$)/,
  /^\s*(?:sudo\s|docker (?:run|exec|logs|build|compose)\s|kubectl\s|\.\/[\w.-]+|sh\s+[\w./-]+|git clone|cd\s|cat\s|grep\s|kube-bench\b|docker-bench\b)/,
  /^\s*-{1,2}[\w-]+(?:[= ]\S.*)?\\$/,
  /^\s*-(?:v|e|-label|-net|-pid|-cap-add|-userns|-rm|-it)\b/,
  /^(?:Unable to find image|Unable to find|\S+: Pulling from|Digest: sha256|Status: (?:Downloaded|Image)|[0-9a-f]{12}: )/,
  /^(?:WARNING|Warning|ERROR|Error|DEPRECATED|warning|error)\b/,
  /^[\w./ -]{1,80}: (?:line \d+: )?.*(?:[Nn]o such file|[Pp]ermission denied|cannot |not found|[Ii]nvalid|[Uu]nrecognized|error|usage)/,
  /^(?:template parsing error|jq: |awk: |stat: |grep: |cat: |sed: |ps: |find: |ls: |\/usr\/bin\/|docker: )/,
  /^[EWIF]\d{4} \d\d:\d\d:\d\d/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b/,
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /,
  /^(?:time="[^"]*" level=\w+ msg=|\{"level":")/,
  /^\[\+\] (?:Running|Building|Pulling|Creating)\b/,
  /^You must be root to run this program/,
  /^(?:job\.batch\/|pod\/|pod ")/,
  /^(?:NAME\s+READY|NAME\s+COMPLETIONS)/,
  /^Cloning into |^remote: |^Receiving objects|^Resolving deltas/,
  /^(?:real|user|sys)\s+\d+m[\d.]+s$/,
  /^Script (?:started|done) on /,
  /^[-=#*_\s]{3,}$/,
]

/** True for a line that the terminal or another program wrote, not the scanner. */
export function isTerminalNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line))
}

/** Sorts lines that a reader could make nothing of: how many are noise, and which nobody can explain. */
export function sortRest(lines: readonly string[]): { unexplained: string[]; warnings: string[] } {
  const unexplained = lines.filter((line) => !isTerminalNoise(line.slice(0, 500)))
  return { unexplained, warnings: noiseWarning(lines.length - unexplained.length) }
}

/** One warning for the lines that were passed over as noise; none when there were none. */
export function noiseWarning(lines: number): string[] {
  if (lines === 0) return []
  return [
    lines === 1
      ? 'One line is a message of the shell or of another program. It was passed over.'
      : `${lines} lines are messages of the shell or of other programs. They were passed over.`,
  ]
}
