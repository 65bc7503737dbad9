/** Keys of a service that are read. */
const read = new Set(
  `image build environment env_file ports expose networks network_mode volumes volumes_from secrets configs depends_on
  links deploy mem_limit cpus cpu_quota pids_limit ulimits scale restart healthcheck logging log_driver cap_add cap_drop
  security_opt user read_only privileged pid ipc uts userns_mode cgroup_parent devices device_cgroup_rules gpus sysctls
  command entrypoint profiles container_name hostname tmpfs extends`.split(/\s+/),
)

const reasons: Readonly<Record<string, string>> = {
  labels: 'Labels are not kept: they may hold anything.',
  annotations: 'Annotations are not kept: they may hold anything.',
  external_links: 'A container outside of this project. Draw it by hand if it matters.',
  extra_hosts: 'Names of hosts outside of this project. Draw them by hand if they matter.',
  label_file: 'Labels are not kept: they may hold anything.',
  provider: 'What a provider starts is outside of Docker. Draw it by hand if it matters.',
  models: 'Models are not modelled yet.',
  runtime: 'Another container runtime is not modelled yet.',
  credential_spec: 'Credentials of Windows containers are not kept.',
}

/** Keys that Compose knows and that no threat here depends on. */
const irrelevant = new Set(
  `attach blkio_config cgroup cpu_count cpu_percent cpu_period cpu_rt_period cpu_rt_runtime cpu_shares cpuset develop dns
  dns_opt dns_search domainname group_add init isolation log_opt mac_address mem_reservation mem_swappiness memswap_limit
  oom_kill_disable oom_score_adj platform post_start pre_stop pull_policy pull_refresh_after shm_size stdin_open
  stop_grace_period stop_signal storage_opt tty use_api_socket working_dir`.split(/\s+/),
)

/** True for every key that Compose knows of a service. */
export function isServiceKey(key: string): boolean {
  return read.has(key) || irrelevant.has(key) || Object.hasOwn(reasons, key)
}

/** Why a key of a service was passed over; undefined for keys that are read. */
export function whySkipped(key: string): string | undefined {
  if (read.has(key)) return undefined
  if (Object.hasOwn(reasons, key)) return reasons[key]
  if (key.startsWith('x-')) return 'An extension. What it means is up to other tools.'
  if (irrelevant.has(key)) return 'No threat that Bulkhead knows depends on it.'
  return 'Not a key of Compose services that Bulkhead knows.'
}
