// What a user of Wise Agent does by hand: a form each for contacts, notes and tasks.

/** How a form saves and deletes one kind of record.
 * @param check refuses what is to be added */
function kept(kind, check = () => {}) {
	return {
		save: async (body, record) => {
			if (record) return await call('PATCH', `manual/${kind}/${record.id}`, body);
			check(body);
			await call('POST', `manual/${kind}`, body);
		},
		remove: ({ id }) => call('DELETE', `manual/${kind}/${id}`),
	};
}

const WHO = ['CFirst', 'CLast', 'CEmail', 'MobilePhone', 'HomePhone', 'Company'];
const checkContact = (body) => checkSomebody(body, 'CFirst', WHO);

const openContact = offerForm('contact-form', 'contact', kept('contacts', checkContact));
const openNote = offerForm('note-form', 'note', kept('notes'));
const openTask = offerForm('task-form', 'task', kept('tasks'));

const editContact = ({ key, fields }) => openContact({ record: { ...fields, id: key } });

function openActivity({ kind, id, fields }) {
	if (kind === 'note') return openNote({ record: { ...fields, id, locked: fields.lockedAt !== null } });
	const ContactID = fields.ContactID === '0' ? '' : fields.ContactID;
	openTask({ record: { ...fields, id, ContactID, completed: fields.completedAt !== null } });
}

/** Begins a note about a contact. */
const noteAbout = (id) => openNote({ start: { owner: id } });

/** Begins a task for a contact. */
const taskFor = (id) => openTask({ start: { ContactID: id } });

const offerTeam = (team) => offerChoices(byId('task-form').elements.InsideTeamId, team);
