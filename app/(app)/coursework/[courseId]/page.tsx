import { redirect } from 'next/navigation'

/** A course opens on its people; its assignments stand on the page of all courses. */
export default async function Page({ params }: { params: Promise<{ courseId: string }> }) {
  redirect(`/coursework/${(await params).courseId}/people`)
}
