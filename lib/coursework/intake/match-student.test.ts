import { describe, expect, it } from 'vitest'
import { matchStudent } from '@/lib/coursework/intake/match-student'

const students = [
  { id: 'a', identifier: '12345', name: 'Maud Wren', email: '' },
  { id: 'b', identifier: 'tpike2', name: 'Tobias Pike', email: 'tobias@uni.example' },
]
const ownerOf = (path: string) => matchStudent(path, students)?.id

describe('whose a file is', () => {
  it('is told by identifier, mail address or name, apart or as one word', () => {
    expect(ownerOf('12345_threats.txt')).toBe('a')
    expect(ownerOf('hw12345final.txt')).toBe('a')
    expect(ownerOf('wrenmaud_99_work.txt')).toBe('a')
    expect(ownerOf('Tobias Pike_441_assignsubmission_file_/work.txt')).toBe('b')
    expect(ownerOf('tobias@uni.example.txt')).toBe('b')
  })

  it('is never a student whose number is part of a longer one', () => {
    expect(ownerOf('123456.txt')).toBeUndefined()
    expect(ownerOf('hw9123457.txt')).toBeUndefined()
    expect(ownerOf('xtpike21.txt')).toBeUndefined()
  })
})
