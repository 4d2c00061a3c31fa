import type { PollKind } from '../kind';
import { ContactPoll } from './contactPoll';
import { COMPLETED_EVENTS, events } from './events';
import { cost, fields, filters, lateness } from './fields';
import { sampleOf } from './sample';
import { contactSettings } from './settings';

/** Contacts and their tags, notes and tasks, which are found together: what belongs to a contact, by its change. */
export const contacts: PollKind = {
	events,
	simplified: COMPLETED_EVENTS,
	cost,
	lateness,
	fields,
	filters,
	find: async (run) => await new ContactPoll(run, contactSettings(run.settings)).find(),
	sample: async (api, settings, event) => await sampleOf(api, contactSettings(settings), event),
};
