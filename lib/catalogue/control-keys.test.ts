import { describe, expect, it } from 'vitest'
import { findControl } from '@/lib/catalogue/control-keys'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'

const catalogue = openRepositoryCatalogue()
const find = (query: { id?: string; title?: string; version?: string }) =>
  findControl(catalogue, { framework: 'cis-docker', ...query })

describe('findControl', () => {
  it('reads a number in the version that is given, however that version is written', () => {
    expect(find({ id: '1.2.1', version: 'v1.2.0' }).key).toBe('docker:host-partition')
    expect(find({ id: '1.2.1', version: '1.2' }).key).toBe('docker:host-partition')
    expect(find({ id: '1.2.1', version: 'CIS-1.6.0' }).key).toBe('docker:host-hardened')
    expect(find({ id: '1.2.1', version: 'dbs-1.6.0' }).version).toBe('dbs-1.6.0')
  })

  it('takes a sub-check with a letter as the check it belongs to', () => {
    for (const id of ['2.17.b', '2.17b', '[2.17.a]'])
      expect(find({ id, version: 'aqua-cis-1.2' }).key, id).toBe('docker:daemon-no-new-privileges')
  })

  it('lets the title decide between versions that use one number for different checks', () => {
    expect(find({ id: '2.14', title: 'Ensure userland proxy is disabled (Scored)' })).toMatchObject({
      key: 'docker:daemon-userland-proxy',
      version: 'CIS-1.2.0',
    })
    expect(find({ id: '2.14', title: 'Containers must not acquire new privileges' }).key).toBe(
      'docker:daemon-no-new-privileges',
    )
    expect(find({ id: '5.10', title: 'network namespace of the host is not shared' })).toMatchObject({
      key: 'docker:run-host-network',
      version: 'CIS-1.6.0',
    })
  })

  it('reads "Scored" as the older numbering and "Automated" as the newer one', () => {
    expect(find({ id: '1.2.1', title: '(Scored)' })).toMatchObject({ key: 'docker:host-partition' })
    expect(find({ id: '1.2.1', title: '(Automated)' })).toMatchObject({ key: 'docker:host-hardened' })
    expect(find({ id: '1.2.1', title: '(Scored)' }).why).toContain('1.2 era')
  })

  it('says which version it assumed when only a number is known', () => {
    const match = find({ id: '5.10' })
    expect(match).toMatchObject({ key: 'docker:run-memory-limit', version: 'dbs-1.3.5' })
    expect(match.why).toContain('not stated')
  })

  it('reports a title that belongs to another check and gives no key', () => {
    const match = find({ id: '5.10', title: 'Ensure the Docker socket is not mounted inside any containers' })
    expect(match.key).toBeUndefined()
    expect(match.mismatch).toContain('docker:run-memory-limit')
    expect(match.mismatch).toContain('docker:run-docker-sock')
  })

  it('keeps the number of a known version and still reports the title', () => {
    const match = find({ id: '4.6', version: '1.2.0', title: 'Ensure that authorization plugin is enabled' })
    expect(match.key).toBe('docker:image-healthcheck')
    expect(match.mismatch).toContain('docker:daemon-authz-plugin')
  })

  it('finds a check by its title alone, and nothing from words that fit no title', () => {
    expect(find({ title: 'Ensure the memory usage for containers is limited' }).key).toBe(
      'docker:run-memory-limit',
    )
    expect(find({ title: 'we should sleep more' }).key).toBeUndefined()
    expect(find({}).key).toBeUndefined()
  })

  it('has no key for numbers that no version has, and never throws on strange ones', () => {
    expect(find({ id: '9.99' })).toEqual({ why: 'No version has a check 9.99.' })
    expect(find({ id: '5.10', version: '99' }).key).toBe('docker:run-memory-limit')
    for (const id of ['', '.', '__proto__', 'constructor', '\u0000', '1'.repeat(500)])
      expect(find({ id, title: id, version: id }).key).toBeUndefined()
  })
})
