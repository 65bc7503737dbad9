import { checkHealth } from '@/lib/services/check-health'
import { answerJson } from '@/lib/services/edges/answer'
import { handleRoute } from '@/lib/services/edges/handle-route'

export const dynamic = 'force-dynamic'

export const GET = handleRoute(async () => {
  const health = await checkHealth()
  return answerJson(health, health.status === 'ok' ? 200 : 503)
})
