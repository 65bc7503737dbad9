import { describe, expect, it } from 'vitest'
import { accountObjects, isAccountedOnce } from '@/lib/importers/compose/account'
import { composeImporter } from '@/lib/importers/compose/compose-importer'
import { filesBelow, flowsOf, readOwnCatalogue, testImporter } from '@/lib/testing/test-importer'

const catalogue = readOwnCatalogue()

describe('the samples', () => {
  it.each([
    ['shop', 5, 2],
    ['harbour', 20, 4],
  ])('%s is read whole: %i services on %i networks', (name, services, networks) => {
    const files = filesBelow(`public/samples/${name}`, `${name}/`)
    const result = testImporter(composeImporter, files, catalogue)
    expect(result.unreadable).toEqual([])
    const [extract] = result.extracts
    const count = (type: string) => extract?.components.filter((component) => component.type === type).length
    expect([count('container'), count('bridge-network')]).toEqual([services, networks])
    const objects = accountObjects(
      files.filter(({ path }) => path.endsWith('.yaml')),
      result,
    )
    expect(objects.filter((object) => !isAccountedOnce(object))).toEqual([])
  })

  it('harbour draws what its services refer to', () => {
    const flows = flowsOf(composeImporter.read(filesBelow('public/samples/harbour', 'harbour/')))
    expect(flows).toEqual(
      expect.arrayContaining([
        'flow-http service/website -> service/booking',
        'flow-db service/booking -> service/bookings-db',
        'flow-db service/notifier -> service/queue',
        'flow-db service/search-api -> service/search',
        'flow-db service/backup -> service/ledger-db',
        'flow-docker-api service/gateway -> socket/var/run/docker.sock',
        'flow-docker-api service/agent -> socket/var/run/docker.sock',
        'flow-config env-file/./notifier.env -> service/notifier',
        'flow-secret secret/payment_provider_key -> service/payments',
      ]),
    )
  })
})
