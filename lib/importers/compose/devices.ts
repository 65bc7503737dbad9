const kinds: readonly [kind: string, pattern: RegExp][] = [
  ['all', /^\/dev\/?$/],
  ['raw-memory', /^\/dev\/(mem|kmem|port)$/],
  ['disk', /^\/dev\/(sd|nvme|vd|xvd|hd|dm-|mapper(\/|$)|loop|md|mmcblk|disk(\/|$)|zvol)/],
  ['kernel', /^\/dev\/(kmsg|kvm|vhost)/],
  ['fuse', /^\/dev\/fuse$/],
  ['network', /^\/dev\/net(\/|$)/],
  ['graphics', /^\/dev\/(dri|nvidia|kfd)/],
  ['media', /^\/dev\/(snd|video)/],
  ['serial', /^\/dev\/(tty|bus\/usb|serial|usb|hidraw|ACM)/i],
]

/** The catalogue's word for what kind of device a host path is. */
export function deviceKind(path: string): string {
  if (/nvidia|gpu/i.test(path) && !path.startsWith('/')) return 'graphics'
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other'
}

/** The same for a cgroup rule such as `c 189:* rwm`: major numbers of disks and memory are known, `a` is everything. */
export function ruleKind(rule: string): string {
  const [type = '', device = ''] = rule.trim().split(/\s+/)
  const major = device.split(':')[0] ?? ''
  if (type === 'a' || major === '*' || major === '') return 'all'
  if (type === 'b') return 'disk'
  if (major === '1') return 'raw-memory'
  if (major === '4' || major === '166' || major === '188' || major === '189') return 'serial'
  return major === '226' || major === '195' ? 'graphics' : 'other'
}
