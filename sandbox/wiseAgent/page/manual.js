// What a user of Wise Agent does by hand: a form each for contacts, notes and tasks. A form without a number adds, one
// with a number changes.

const CONTACT_FIELDS = ['CFirst', 'CLast', 'CEmail', 'MobilePhone', 'HomePhone', 'Company', 'Source', 'Rank'];

/** What a form is about now: the id of a record, or nothing. */
const edited = { contacts: '', notes: '', tasks: '' };

function edit(kind, formId, id, label) {
	edited[kind] = id;
	byId(`${formId}-title`).textContent = id ? `Change ${label}` : `Add a ${label}`;
	byId(`${formId}-remove`).hidden = !id;
	byId('manual').open = true;
	if (id) byId(formId).scrollIntoView({ block: 'nearest' });
}

/** @param label what the form adds, "contact" for example */
function offerForm(kind, formId, label, fieldsOf) {
	const done = () => {
		byId(formId).reset();
		edit(kind, formId, '', label);
	};
	onSubmit(formId, async (elements) => {
		const id = edited[kind];
		const body = fieldsOf(elements);
		await call(id ? 'PATCH' : 'POST', id ? `manual/${kind}/${id}` : `manual/${kind}`, body);
		done();
		return id ? `The ${label} was changed by hand` : `A ${label} was added by hand`;
	});
	onClick(`${formId}-remove`, async () => {
		await call('DELETE', `manual/${kind}/${edited[kind]}`);
		done();
		return `The ${label} was deleted by hand`;
	});
	onClick(`${formId}-new`, async () => {
		done();
		return '';
	});
}

const names = (text) =>
	text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

function editContact({ key, name, fields }) {
	const { elements } = byId('contact-form');
	for (const field of CONTACT_FIELDS) elements[field].value = fields[field];
	elements.Status.value = fields.Status ?? '';
	elements.Categories.value = fields.Categories.join(', ');
	edit('contacts', 'contact-form', key, name);
}

function editNote({ id, fields }) {
	const { elements } = byId('note-form');
	elements.owner.value = fields.owner;
	elements.Subject.value = fields.Subject;
	elements.Note.value = fields.Note;
	elements.Categories.value = fields.Categories.join(', ');
	elements.locked.checked = fields.lockedAt !== null;
	edit('notes', 'note-form', id, `note ${id}`);
}

function editTask({ id, fields }) {
	const { elements } = byId('task-form');
	elements.ContactID.value = fields.ContactID === '0' ? '' : fields.ContactID;
	elements.Description.value = fields.Description;
	elements.dueOn.value = fields.dueOn ?? '';
	elements.Priority.value = String(fields.Priority);
	elements.InsideTeamId.value = String(fields.InsideTeamId);
	elements.completed.checked = fields.completedAt !== null;
	edit('tasks', 'task-form', id, `task ${id}`);
}

/** Begins a note about a contact. */
function noteAbout(id) {
	byId('note-form').reset();
	edit('notes', 'note-form', '', 'note');
	byId('note-form').elements.owner.value = id;
	byId('note-form').elements.Subject.focus();
}

/** Begins a task for a contact. */
function taskFor(id) {
	byId('task-form').reset();
	edit('tasks', 'task-form', '', 'task');
	byId('task-form').elements.ContactID.value = id;
	byId('task-form').elements.Description.focus();
}

let teamOffered = false;

function offerTeam(team) {
	if (teamOffered) return;
	teamOffered = true;
	for (const { id, name } of team) {
		const option = element('option', { text: name });
		option.value = String(id);
		document.forms['task-form'].elements.InsideTeamId.append(option);
	}
}

offerForm('contacts', 'contact-form', 'contact', (elements) => ({
	...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, elements[field].value])),
	Status: elements.Status.value || null,
	Categories: names(elements.Categories.value),
}));

offerForm('notes', 'note-form', 'note', (elements) => ({
	owner: elements.owner.value,
	Subject: elements.Subject.value,
	Note: elements.Note.value,
	Categories: names(elements.Categories.value),
	locked: elements.locked.checked,
}));

offerForm('tasks', 'task-form', 'task', (elements) => ({
	ContactID: elements.ContactID.value || '0',
	Description: elements.Description.value,
	dueOn: elements.dueOn.value || null,
	Priority: Number(elements.Priority.value),
	InsideTeamId: Number(elements.InsideTeamId.value),
	completed: elements.completed.checked,
}));
