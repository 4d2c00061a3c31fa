import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { addMessage, conversationWith } from '../../../../sandbox/highLevel/messages/store';
import { DEMO } from '../../../support/highLevel';

const { locationId, users } = DEMO;

/** One record of each kind that belongs to a contact, and one of each that belongs to somebody else. */
export function addActivity({ state }: HighLevelSandbox, contactId: string): void {
	const other = state.addContact({ locationId, firstName: 'Max' }).id;
	for (const owner of [contactId, other]) {
		const common = { contactId: owner, locationId };
		const at = { dateAdded: '2027-03-01T15:00:00.000Z', dateUpdated: '2027-03-01T15:00:00.000Z' };
		const [taskId, noteId] = [state.newId(), state.newId()];
		state.tasks.set(taskId, {
			...{ id: taskId, ...common, ...at, title: 'Call back', body: 'about the viewing' },
			...{ assignedTo: users.ben, dueDate: '2027-03-04T15:00:00.000Z', completed: true },
		});
		state.notes.set(noteId, {
			...{ id: noteId, ...common, ...at, title: 'Wishes', body: '<p>Wants a garden</p>' },
			...{ userId: users.ben, color: '#FFAA00', pinned: false },
		});
		state.addAppointment({
			...{ contactId: owner, startTime: '2027-03-02T15:00:00.000Z', assignedUserId: users.ben },
			...{ title: 'Viewing', notes: 'bring the keys', address: '3 Pier Street', users: [users.ben] },
		});
		addMessage(state, conversationWith(state, { id: owner, locationId }), {
			...{ channel: 'SMS', direction: 'inbound', body: 'I will be there' },
			dateAdded: '2027-03-03T15:00:00.000Z',
		});
	}
}
