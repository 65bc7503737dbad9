import type { Component, Flow } from '@/lib/model/elements'
import type { FactValue } from '@/lib/model/fact'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

/** Containers per host; with its networks, image, ports and volumes each makes about three components. */
const CONTAINERS_PER_HOST = 20

/**
 * A system of Docker hosts of about `size` components and 1.3 times as many flows: two tiers of networks a host, a
 * published port for every second container, a volume for every third. The same size always gives the same model.
 */
export function generateModel(size: number, catalogueHash: string): ThreatModel {
  const components: Component[] = []
  const flows: Flow[] = []
  const add = (
    id: string,
    type: string,
    parentId?: string,
    zoneIds: string[] = [],
    facts: Record<string, FactValue> = {},
  ) => {
    components.push(buildComponent(id, type, { zoneIds, ...(parentId && { parentId }) }, facts))
    return id
  }
  const connect = (type: string, from: string, to: string) =>
    flows.push(buildFlow(`${type}:${from}>${to}`, type, from, to))

  const registry = add('registry', 'registry', undefined, [], { publicRegistry: true })
  const clients = add('clients', 'network-client')
  for (let host = 0; components.length < size; host++) {
    const here = add(`h${host}`, 'docker-host')
    add(`h${host}-engine`, 'docker-daemon', here, [here])
    const front = add(`h${host}-front`, 'bridge-network', here, [here])
    const back = add(`h${host}-back`, 'bridge-network', here, [here])
    for (let index = 0; index < CONTAINERS_PER_HOST && components.length < size; index++) {
      const id = `h${host}-c${index}`
      const isFront = index % 2 === 0
      add(
        id,
        'container',
        isFront ? front : back,
        index % 4 === 0 ? [front, back] : [isFront ? front : back],
        {
          declared: true,
          privileged: index === 7,
          readOnlyRootFs: index % 3 === 0,
          capAdd: index === 5 ? ['NET_ADMIN'] : [],
          memoryLimit: index % 2 === 0 ? '256M' : 'none',
        },
      )
      const image = add(`${id}-image`, 'image', here, [here], {
        imageTagLatest: index % 5 === 0,
        publicRegistry: true,
      })
      connect('flow-image-pull', registry, image)
      connect('flow-image-run', image, id)
      if (isFront) {
        const port = add(`${id}-port`, 'published-port', here, [here], {
          hostPort: 8000 + index,
          bindAllInterfaces: true,
        })
        connect('flow-http', clients, port)
        connect('flow-http', port, id)
      }
      if (index % 3 === 0) connect('flow-volume', add(`${id}-data`, 'docker-volume', here, [here]), id)
      if (index > 0) connect('flow-http', `h${host}-c${index - 1}`, id)
    }
  }
  return buildModel(components, flows, catalogueHash)
}
