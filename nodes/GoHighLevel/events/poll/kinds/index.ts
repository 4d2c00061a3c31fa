import { contacts } from '../contacts/kind';
import type { PollKind } from '../kind';
import { appointments } from './appointments';
import { messages } from './messages';
import { opportunities } from './opportunities';
import { records } from './records';
import { formSubmissions, surveySubmissions } from './submissions';

/** What the trigger looks at, in the order of its items. */
export const KINDS: PollKind[] = [
	contacts,
	opportunities,
	appointments,
	records,
	formSubmissions,
	surveySubmissions,
	messages,
];
