import { namesOf, numberOf } from '../../../../core/polling/settings';
import type { PollSettings } from '../kind';
import { isChosen } from '../kind';
import { CONTACT_EVENTS, NOTE_EVENTS, NOTE_UPDATED, TAG_EVENTS, TASK_EVENTS } from './events';
import { DEFAULT_NOTES_TO_CHECK } from './fields';

export type TaskScope = 'all' | 'changedContacts' | 'open';

/** What the operator has set about contacts, and about what belongs to them. */
export interface ContactSettings extends PollSettings {
	taskScope: TaskScope;
	/** Whether each contact is read by its ID, since the search has names in lower case only. */
	completeRecord: boolean;
	/** Tags whose coming and going is of interest, in lower case; none for all. */
	watchedTags: string[];
	/** Only contacts that have one of these, in lower case; none for all. */
	contactTags: string[];
	/** So many contacts each poll looks through for notes that have changed. */
	notesToCheck: number;
}

/** Throws a `Failure` for what makes no sense. */
export function contactSettings(settings: PollSettings): ContactSettings {
	const { value } = settings;
	return {
		...settings,
		taskScope: value('taskScope', 'all') as TaskScope,
		completeRecord: value('completeRecord', true) as boolean,
		watchedTags: namesOf(value('filters.tags', ''), 'Watched Tags'),
		contactTags: namesOf(value('filters.contactTags', ''), 'Contact Tags'),
		notesToCheck: isChosen(settings, [NOTE_UPDATED])
			? numberOf(value('notesToCheck', DEFAULT_NOTES_TO_CHECK), 'Contacts to Check', 0)
			: 0,
	};
}

/** What has to be looked at for the chosen events. */
export interface Wants {
	contacts: boolean;
	tags: boolean;
	notes: boolean;
	/** Which tasks; `undefined` for none. */
	tasks: TaskScope | undefined;
}

export function wantsOf(settings: ContactSettings): Wants {
	const tags = isChosen(settings, TAG_EVENTS);
	const notes = isChosen(settings, NOTE_EVENTS);
	const tasks = isChosen(settings, TASK_EVENTS) ? settings.taskScope : undefined;
	const ofContacts = isChosen(settings, CONTACT_EVENTS);
	return { contacts: ofContacts || tags || notes || tasks === 'changedContacts', tags, notes, tasks };
}
