// The parser's own messages quote the file, and with it whatever secret stands there. These say what is wrong without
// quoting, by the beginning of the parser's reason.
const sentences: readonly [reason: string, sentence: string][] = [
  ['tab characters', 'A tab is used for indentation here. YAML allows only blanks: replace the tab.'],
  ['null byte', 'This holds a NUL byte. It is a binary file or UTF-16: save it as UTF-8 text.'],
  [
    'the stream contains non-printable',
    'This holds a control character that YAML does not allow. Remove it.',
  ],
  ['expected valid JSON character', 'This holds a control character that YAML does not allow. Remove it.'],
  ['nesting exceeded', 'This is nested too deeply to be read.'],
  ['merge keys exceeded', 'The merge keys ("<<") of this file add up to too many entries to be read.'],
  ['abnormal merge', 'The merge keys ("<<") of this file add up to too many entries to be read.'],
  ['cannot merge mappings', 'A merge key ("<<") needs a map or a list of maps; this is neither.'],
  ['unidentified alias', 'An alias (*name) is used here whose anchor (&name) was not defined before it.'],
  [
    'bad indentation',
    'The indentation does not fit here. Check the blanks at the start of this line and the one before.',
  ],
  ['deficient indentation', 'The indentation does not fit here. Check the blanks at the start of this line.'],
  ['missing indentation', 'The text of a block ("|" or ">") must be indented. Indent this line.'],
  ['unexpected end of the stream within', 'A quote or bracket that opens before this line is never closed.'],
  ['unexpected end of the document within', 'A quote that opens before this line is never closed.'],
  ['missed comma', 'A comma is missing between the entries of a bracket.'],
  ['can not read an implicit mapping pair', 'A colon is missing after a key here.'],
  ['can not read a block mapping entry', 'A colon is missing after a key, or a text runs over two lines.'],
  ['a whitespace character is expected', 'A blank is missing after the colon of a key.'],
  [
    'end of the stream or a document separator',
    'The indentation does not fit here, or text stands after the end of the document.',
  ],
  [
    'unknown escape sequence',
    'A backslash in double quotes begins an escape that YAML does not know. Use single quotes.',
  ],
]

const TEMPLATE =
  'This line has a template expression ({{ }}, <% %>). Render the template first, for example with "helm template", and import the result.'
/** What is added for a file that looks like a template. */
export const MAYBE_TEMPLATE =
  'This file looks like a template that was not rendered ({{ }}, <% %>, % if): render it first and import the result.'

// A line that only steers a template engine: of Go, Jinja, EJS, ERB or Mako.
const directive = /^[ \t]*(?:\{\{|\{%|<%)|^[ \t]*%[ \t]*(?:if|for|endif|endfor|else|elif|end)\b/m

/** True for a text with lines that a template engine takes out when it renders. Such a text may be no YAML yet. */
export function looksLikeTemplate(text: string): boolean {
  return directive.test(text)
}

/**
 * What is wrong, in a sentence that holds nothing of the file. `line` is the text of the line, only looked at;
 * `isTemplate` says that the file may be one.
 */
export function sentenceFor(reason: string, line = '', isTemplate = false): string {
  if (/\{\{|\{%|<%|^[ \t]*%[ \t]*[a-z]/.test(line)) return TEMPLATE
  const found = sentences.find(([beginning]) => reason.startsWith(beginning))
  const sentence =
    found?.[1] ?? 'This is not well-formed YAML. Check the indentation, quotes and colons around this line.'
  return isTemplate ? `${sentence} ${MAYBE_TEMPLATE}` : sentence
}
