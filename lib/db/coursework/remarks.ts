import { randomUUID } from 'node:crypto'
import { database, type Queries } from '@/lib/db/database'
import type { BankComment, Correction, WorkNote } from '@/lib/db/generated/client'

/** The notes on the lines of a work, from the top. */
export function notesOf(workId: string): Promise<WorkNote[]> {
  return database().client.workNote.findMany({
    where: { workId },
    orderBy: [{ firstLine: 'asc' }, { at: 'asc' }],
  })
}

/** Writes a note on lines. */
export async function addNote(note: Omit<WorkNote, 'id'>): Promise<WorkNote> {
  return database().client.workNote.create({ data: { id: randomUUID(), ...note } })
}

/** Removes a note of this person's; false when there is none such. */
export async function dropNote(workId: string, id: string, by: string): Promise<boolean> {
  const { count } = await database().client.workNote.deleteMany({ where: { workId, id, by } })
  return count === 1
}

/** The corrections of works, in order. */
export async function correctionsIn(workIds: readonly string[]): Promise<Map<string, Correction[]>> {
  const rows = await database().client.correction.findMany({
    where: { workId: { in: [...workIds] } },
    orderBy: { seq: 'asc' },
  })
  const byWork = new Map<string, Correction[]>()
  for (const row of rows) byWork.set(row.workId, [...(byWork.get(row.workId) ?? []), row])
  return byWork
}

/** Adds a correction behind all others. Two who correct at once both get a place. */
export async function addCorrection(
  tx: Queries,
  of: { workId: string; body: string; by: string; at: Date },
): Promise<number> {
  const last = await tx.correction.findFirst({ where: { workId: of.workId }, orderBy: { seq: 'desc' } })
  const seq = (last?.seq ?? 0) + 1
  await tx.correction.create({ data: { ...of, seq } })
  return seq
}

/** The comments that reviewers of an assignment keep for using them again. */
export function bankOf(assignmentId: string): Promise<BankComment[]> {
  return database().client.bankComment.findMany({ where: { assignmentId }, orderBy: { at: 'asc' } })
}

/** Keeps a comment for using it again. */
export async function addBankComment(of: Omit<BankComment, 'id'>): Promise<BankComment> {
  return database().client.bankComment.create({ data: { id: randomUUID(), ...of } })
}

/** Removes a kept comment; false when there is none such. */
export async function dropBankComment(assignmentId: string, id: string): Promise<boolean> {
  const { count } = await database().client.bankComment.deleteMany({ where: { assignmentId, id } })
  return count === 1
}
