import { Rubric } from '@/lib/coursework/rubric/rubric'
import { readRubric } from '@/lib/db/coursework/assignments'

/** The rubric that counts for an assignment now. */
export async function loadRubric(of: { id: string; rubricVersion: number }): Promise<Rubric> {
  const body = await readRubric(of.id, of.rubricVersion)
  if (body === undefined) throw new Error(`Assignment ${of.id} has no rubric ${of.rubricVersion}.`)
  return Rubric.parse(JSON.parse(body))
}
