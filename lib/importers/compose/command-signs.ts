// What a command line gives away about a service. Only the answers are kept, never the text.

const nodeInspect = /--inspect(?:-brk|-wait)?(?:=(\S+))?/g
const debuggers = [
  /(?:^|[\s"'=])(?:debugpy|ptvsd)(?=[\s"']|$)/,
  /(?:rpdb|remote[-_]pdb|web_pdb)/,
  /dlv\b.*--headless/s,
  /-Xdebug\b|xdebug\.remote_enable=1/,
]
const jdwp = /(?:agentlib:jdwp|Xrunjdwp)\S*/g

/** Whether a debugger listens beyond the container's own loopback. */
export function startsDebugger(text: string): boolean {
  for (const match of text.matchAll(nodeInspect)) {
    const host = /^(.*):\d+$/.exec(match[1] ?? '')?.[1] ?? (/^\d*$/.test(match[1] ?? '') ? '' : match[1])
    if (host && !/^(127\.|localhost$|\[?::1\]?$)/.test(host)) return true
  }
  for (const [agent] of text.matchAll(jdwp)) if (/server=y/.test(agent)) return true
  return debuggers.some((pattern) => pattern.test(text))
}

/** Whether the command starts an SSH daemon. */
export function startsSshd(text: string): boolean {
  return /(?:^|[\s/"';&|])(?:sshd|dropbear)(?=[\s"';&|]|$)/.test(text) || /service\s+ssh\s+start/.test(text)
}

/** Container ports on which a debugger listens by custom. */
export const debugPorts: ReadonlySet<number> = new Set([9229, 5005, 5678, 2345])
