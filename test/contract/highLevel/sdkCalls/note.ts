import { DEMO } from '../../../../sandbox/highLevel';
import type { SdkComparison } from './comparison';

const further = { userId: DEMO.users.amelia, color: '#00AAFF', pinned: true, title: 'Wishes' };

const calls: SdkComparison['calls'] = {
	create: async (sdk, { contactId }) =>
		await sdk.contacts.createNote({ contactId }, { body: 'Wants a garden', ...further }),
	get: async (sdk, { contactId, noteId }) => await sdk.contacts.getNote({ contactId, id: noteId }),
	getAll: async (sdk, { contactId }) => await sdk.contacts.getAllNotes({ contactId }),
	update: async (sdk, { contactId, noteId }) =>
		await sdk.contacts.updateNote({ contactId, id: noteId }, { body: 'Wants a garage', ...further }),
	delete: async (sdk, { contactId, noteId }) => await sdk.contacts.deleteNote({ contactId, id: noteId }),
};

export const note: SdkComparison = { calls };
