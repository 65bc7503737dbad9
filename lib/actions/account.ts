'use server'

import { defineAction } from '@/lib/actions/define-action'
import { anybody } from '@/lib/services/edges/run-command'
import { Input as ResetInput, resetPassword } from '@/lib/services/reset-password'
import { Input as SetUpInput, setUp } from '@/lib/services/set-up'
import { Input as SignInInput, signIn } from '@/lib/services/sign-in'
import { Input as SignOutInput, signOut } from '@/lib/services/sign-out'

export const signInAction = defineAction(SignInInput, signIn, anybody)
export const signOutAction = defineAction(SignOutInput, signOut, anybody)
export const setUpAction = defineAction(SetUpInput, setUp, anybody)
export const resetPasswordAction = defineAction(ResetInput, resetPassword, anybody)
