import { baseOf, isAbsolute, normalisePath } from '@/lib/importers/compose/paths'

const whole = new Set(
  '/ /etc /root /home /boot /bin /sbin /lib /lib64 /usr /opt /var /var/lib /var/run /run /var/log /proc /sys /dev /srv /mnt /media /Users /private /private/etc /private/var'.split(
    ' ',
  ),
)
const below =
  /^\/(etc\/(ssh|ssl|docker|kubernetes|systemd|cron[^/]*|sudoers[^/]*|pam\.d|passwd|shadow|gshadow|group)|root|boot|proc|sys|dev|usr|lib|lib64|bin|sbin|var\/lib\/(docker|containerd|kubelet|containers)|var\/spool\/cron|run\/(containerd|docker|podman|systemd|dbus)|var\/run\/(containerd|docker|podman|systemd|dbus))(\/|$)/
const harmless =
  /^\/(etc\/(localtime|timezone|hostname|resolv\.conf)|usr\/share\/zoneinfo(\/.*)?|dev\/(null|zero|random|urandom|shm))$/
const credentials = /(^|\/)\.(ssh|aws|kube|docker|gnupg|azure|gcloud|netrc|config\/gcloud)(\/|$)/

/** Whether a host path holds the system, the engine, credentials or other workloads. Undefined when it cannot be told. */
export function isSensitivePath(path: string): boolean | undefined {
  if (credentials.test(path)) return true
  if (path.startsWith('~')) return /^~[^/]*\/?$/.test(path)
  if (/^[A-Za-z]:[\\/]/.test(path)) {
    return (
      /^[A-Za-z]:[\\/]?$/.test(path) ||
      /^[A-Za-z]:[\\/](windows|users|program ?data|program files)([\\/]|$)/i.test(path)
    )
  }
  if (path.startsWith('/')) {
    const normal = normalisePath(path)
    if (harmless.test(normal)) return false
    return whole.has(normal === '' ? '/' : normal) || /^\/home\/[^/]+$/.test(normal) || below.test(normal)
  }
  if (isAbsolute(path) || path.includes('${') || path.startsWith('..')) return undefined
  return false
}

const engineSocket =
  /(^|[/\\])(docker|containerd|crio|podman|cri-dockerd|buildkitd|docker\.raw)\.sock$|pipe[/\\]+docker_engine$/i
const socketFolder = /^(\/var)?\/run(\/(containerd|podman|docker|crio))?$/

/** Whether the path is the socket of a container engine, or a directory that holds it. */
export function engineSocketAt(path: string): 'socket' | 'folder' | undefined {
  if (engineSocket.test(path)) return 'socket'
  if (/^\$\{\w*SOCK(ET)?\w*\}$/i.test(path)) return 'socket'
  return socketFolder.test(normalisePath(path)) ? 'folder' : undefined
}

const appFolder =
  /^(\/app|\/src|\/code|\/usr\/src(\/app)?|\/usr\/local\/app|\/workspace|\/workspaces?|\/var\/www(\/html)?|\/home\/node\/app|\/go\/src(\/.*)?|\/opt\/app|\/usr\/share\/nginx\/html)$/

/**
 * Whether a mounted path is a directory of source code: a build context, part of one or above one, or something of the
 * project mounted where applications live. A path with an extension is taken for a file.
 */
export function isSourceCode(path: string, target: string, contexts: readonly string[]): boolean {
  if (!path.startsWith('.') || /\.[A-Za-z0-9]{1,8}$/.test(baseOf(path).replace(/^\.+/, ''))) return false
  if (appFolder.test(normalisePath(target))) return true
  return contexts.some(
    (context) =>
      path === context ||
      context.startsWith(`${path}/`) ||
      (context !== '.' && path.startsWith(`${context}/`)),
  )
}
