'use server'

import { defineAction } from '@/lib/actions/define-action'
import { acceptCourseInvite } from '@/lib/services/coursework/accept-course-invite'
import { Input as AssignIntakeInput, assignIntake } from '@/lib/services/coursework/assign-intake'
import { Input as ChangeAssignmentInput, changeAssignment } from '@/lib/services/coursework/change-assignment'
import { Input as ClaimInput, claimNextWork } from '@/lib/services/coursework/claim-next-work'
import { FineInput, markPairFine } from '@/lib/services/coursework/compare-pair'
import { Input as CorrectInput, correctWork } from '@/lib/services/coursework/correct-work'
import { Input as CreateAssignmentInput, createAssignment } from '@/lib/services/coursework/create-assignment'
import { Input as CreateCourseInput, createCourse } from '@/lib/services/coursework/create-course'
import { Input as EnrolInput, enrolPerson } from '@/lib/services/coursework/enrol-person'
import { Input as FinishInput, finishReview } from '@/lib/services/coursework/finish-review'
import { handIn } from '@/lib/services/coursework/hand-in'
import { importRoster, Input as RosterInput } from '@/lib/services/coursework/import-roster'
import { Input as InviteStudentsInput, inviteStudents } from '@/lib/services/coursework/invite-students'
import { Input as InviteInput, inviteToCourse } from '@/lib/services/coursework/invite-to-course'
import {
  Input as KeepCommentInput,
  keepComment,
  RemoveInput as RemoveCommentInput,
  removeComment,
} from '@/lib/services/coursework/keep-comment'
import { Input as MakeModelInput, makeModel } from '@/lib/services/coursework/make-model'
import {
  Input as NoteInput,
  noteLines,
  RemoveInput as RemoveNoteInput,
  removeNote,
} from '@/lib/services/coursework/note-lines'
import { Input as HandInInput, previewHandIn } from '@/lib/services/coursework/preview-hand-in'
import { Input as ReleaseInput, releaseMarks } from '@/lib/services/coursework/release-marks'
import { Input as RemoveEnrolmentInput, removeEnrolment } from '@/lib/services/coursework/remove-enrolment'
import { Input as RevokeInput, revokeCourseInvite } from '@/lib/services/coursework/revoke-course-invite'
import { Input as SaveRubricInput, saveRubric } from '@/lib/services/coursework/save-rubric'
import { Input as SetMarkInput, setMark } from '@/lib/services/coursework/set-mark'
import { anybody } from '@/lib/services/edges/run-command'
import { JoinInput } from '@/lib/services/join-by-link'

export const createCourseAction = defineAction(CreateCourseInput, (who, input) => createCourse(who, input))
export const enrolPersonAction = defineAction(EnrolInput, (who, input) => enrolPerson(who, input))
export const removeEnrolmentAction = defineAction(RemoveEnrolmentInput, (who, input) =>
  removeEnrolment(who, input),
)
export const inviteToCourseAction = defineAction(InviteInput, (who, input) => inviteToCourse(who, input))
export const inviteStudentsAction = defineAction(InviteStudentsInput, (who, input) =>
  inviteStudents(who, input),
)
export const revokeCourseInviteAction = defineAction(RevokeInput, (who, input) =>
  revokeCourseInvite(who, input),
)
export const acceptCourseInviteAction = defineAction(
  JoinInput,
  (headers, input) => acceptCourseInvite(headers, input),
  anybody,
)
export const importRosterAction = defineAction(RosterInput, (who, input) => importRoster(who, input))
export const createAssignmentAction = defineAction(CreateAssignmentInput, (who, input) =>
  createAssignment(who, input),
)
export const changeAssignmentAction = defineAction(ChangeAssignmentInput, (who, input) =>
  changeAssignment(who, input),
)
export const saveRubricAction = defineAction(SaveRubricInput, (who, input) => saveRubric(who, input))
export const assignIntakeAction = defineAction(AssignIntakeInput, (who, input) => assignIntake(who, input))
export const claimNextWorkAction = defineAction(ClaimInput, (who, input) => claimNextWork(who, input))
export const setMarkAction = defineAction(SetMarkInput, (who, input) => setMark(who, input))
export const finishReviewAction = defineAction(FinishInput, (who, input) => finishReview(who, input))
export const correctWorkAction = defineAction(CorrectInput, (who, input) => correctWork(who, input))
export const noteLinesAction = defineAction(NoteInput, (who, input) => noteLines(who, input))
export const removeNoteAction = defineAction(RemoveNoteInput, (who, input) => removeNote(who, input))
export const keepCommentAction = defineAction(KeepCommentInput, (who, input) => keepComment(who, input))
export const removeCommentAction = defineAction(RemoveCommentInput, (who, input) => removeComment(who, input))
export const previewHandInAction = defineAction(HandInInput, (who, input) => previewHandIn(who, input))
export const handInAction = defineAction(HandInInput, (who, input) => handIn(who, input))
export const releaseMarksAction = defineAction(ReleaseInput, (who, input) => releaseMarks(who, input))
export const markPairFineAction = defineAction(FineInput, (who, input) => markPairFine(who, input))
export const makeModelAction = defineAction(MakeModelInput, (who, input) => makeModel(who, input))
