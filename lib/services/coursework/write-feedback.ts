import { type CatalogueEntry, type Feedback, resultOf } from '@/lib/coursework/feedback'
import {
  type Block,
  heading,
  type Inline,
  link,
  list,
  paragraph,
  paragraphs,
  strong,
} from '@/lib/reports/markdown/nodes'
import { writeMarkdown } from '@/lib/reports/markdown/write-markdown'

/** Feedback as Markdown for the student. `origin`: where this Bulkhead is reached, for links into its catalogue. */
export function writeFeedback(feedback: Feedback, origin: string): string {
  const { criteria, notes, claims, entries } = feedback
  const open = criteria.filter(({ isMet }) => !isMet)
  const met = criteria.filter(({ isMet }) => isMet)
  return writeMarkdown([
    heading(1, feedback.assignmentName),
    paragraph(`${feedback.label}, attempt ${feedback.attempt}: `, strong(resultOf(feedback))),
    ...paragraphs(feedback.summary),
    ...(open.length > 0
      ? [heading(2, 'What to change'), ...open.flatMap((one) => criterionBlocks(one, feedback))]
      : []),
    ...(met.length > 0
      ? [heading(2, 'What is met'), ...met.flatMap((one) => criterionBlocks(one, feedback))]
      : []),
    ...section(
      'Notes on your text',
      notes.map(({ firstLine, lastLine, quote, text }) => [
        `${linesOf(firstLine, lastLine)} (“${quote}”): ${text}`,
      ]),
    ),
    ...section(
      'Worth a second look',
      claims.map(({ line, why, source }) => [`Line ${line}: ${why} See ${source}`]),
    ),
    ...section(
      'To read on in the catalogue',
      entries.map((entry) => entryLine(entry, origin)),
    ),
  ])
}

function criterionBlocks(one: Feedback['criteria'][number], { scale }: Feedback): Block[] {
  const result = scale === 'points' ? `${one.points} of ${one.outOf} points (${one.level})` : one.level
  return [
    heading(3, one.title),
    paragraph(
      strong(result),
      one.lines.length > 0
        ? `, see ${one.lines.length === 1 ? 'line' : 'lines'} ${one.lines.join(', ')}`
        : '',
    ),
    ...(one.isMet ? [] : paragraphs(one.help)),
    ...paragraphs(one.comment),
  ]
}

function entryLine({ threatId, title, lines }: CatalogueEntry, origin: string): Inline[] {
  const file = `${origin}/catalogue/threats/${encodeURIComponent(threatId)}`
  return [link({ file }, title), ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')})`]
}

function section(title: string, items: Inline[][]): Block[] {
  return items.length === 0 ? [] : [heading(2, title), list(items)]
}

function linesOf(first: number, last: number): string {
  return first === last ? `Line ${first}` : `Lines ${first} to ${last}`
}
