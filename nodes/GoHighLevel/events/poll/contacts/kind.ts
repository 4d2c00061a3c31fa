import type { PollKind } from '../kind';
import { ContactPoll } from './contactPoll';
import { events } from './events';
import { cost, fields, filters, lateness } from './fields';
import { sampleOf } from './sample';
import { contactSettings } from './settings';

/** Contacts and their tags, notes and tasks, which are found together: what belongs to a contact, by its change. */
export const contacts: PollKind = {
	events,
	// Of a deleted task, nothing is known that could be less.
	simplified: events.map(({ value }) => value).filter((event) => event !== 'taskDeleted'),
	cost,
	lateness,
	fields,
	filters,
	find: async (run) => await new ContactPoll(run, contactSettings(run.settings)).find(),
	sample: async (api, settings, event) => await sampleOf(api, contactSettings(settings), event),
};
