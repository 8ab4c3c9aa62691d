/** @module The thumbs under an answer. Which answer is judged is the message itself, so the id carries the verdict alone. */
import { defineRoute, wordField } from './routes.js'

export const feedback = defineRoute('feedback', 1, { verdict: wordField('up', 'down') })
