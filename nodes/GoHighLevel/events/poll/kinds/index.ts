import { contacts } from '../contacts/kind';
import type { PollKind } from '../kind';
import { messages } from './messages';
import { formSubmissions, surveySubmissions } from './submissions';

/** What the trigger looks at, in the order of its items. */
export const KINDS: PollKind[] = [contacts, formSubmissions, surveySubmissions, messages];
