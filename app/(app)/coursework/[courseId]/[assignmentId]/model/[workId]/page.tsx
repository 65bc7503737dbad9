import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assignmentOf, assignmentTitle, orNotFound } from '@/app/(app)/coursework/load-page'
import { ModelPage } from '@/components/coursework/model-page'
import { Input, proposeModel } from '@/lib/services/coursework/propose-model'

type Props = { params: Promise<{ courseId: string; assignmentId: string; workId: string }> }

export const generateMetadata = (props: Props): Promise<Metadata> => assignmentTitle(props, 'As a model')

export default async function Page(props: Props) {
  const { actor } = await assignmentOf(props)
  const input = Input.safeParse({ workId: decodeURIComponent((await props.params).workId) })
  if (!input.success) notFound()
  return <ModelPage proposal={orNotFound(await proposeModel(actor, input.data))} />
}
