// What a person does by hand: a form for each kind of record. A form that edits a record sends only what was changed in
// it.

/** What each form edits now, with the values that it began with; nothing when it adds. */
const edited = new Map();

/** What a form has to send: all that is filled in, or, of a record that is edited, all that was changed. */
function toSend(form) {
	const now = read(form);
	const start = edited.get(form)?.start;
	const entries = Object.entries(now).filter(([name, value]) =>
		start ? !isSame(value, start[name]) : value !== undefined,
	);
	// An empty text empties what was filled in.
	return Object.fromEntries(entries.map(([name, value]) => [name, value === undefined ? '' : value]));
}

function clearRefusals(form) {
	for (const shown of form.querySelectorAll('.refusal')) shown.remove();
	for (const field of fieldsOf(form)) {
		field.removeAttribute('aria-invalid');
		field.removeAttribute('aria-describedby');
	}
}

/** Shows beside each field what is wrong with it, and goes to the first. */
function showRefusal(form, { message, fields = [] }) {
	const shown = fields.filter(({ field }) => form.elements[field]);
	for (const { field, text } of shown) {
		const input = form.elements[field];
		const refusal = element('p', { text, class: 'refusal' });
		refusal.id = `${form.id}-${field}-refusal`;
		input.setAttribute('aria-invalid', 'true');
		input.setAttribute('aria-describedby', refusal.id);
		input.closest('label').after(refusal);
	}
	const others = fields.filter((refusal) => !shown.includes(refusal));
	const texts = [message, ...others.map(({ field, text }) => `${field}: ${text}`)];
	const whole = element('p', { text: texts.join(' '), class: 'refusal' });
	whole.setAttribute('role', 'alert');
	form.querySelector('.buttons').before(whole);
	form.elements[shown[0]?.field]?.focus();
}

/** Refuses a form that is not filled in, as the server would. */
function checkRequired(form) {
	const empty = fieldsOf(form).filter((field) => field.required && !field.value.trim());
	if (empty.length === 0) return;
	const fields = empty.map((field) => ({
		field: field.name,
		text: field.tagName === 'SELECT' ? 'Choose one.' : 'This is empty. Fill it in.',
	}));
	refuse(fields);
}

/** Refuses a new contact that nobody could tell from another. */
function checkSomebody(body, field, names) {
	if (names.every((name) => !body[name]))
		refuse([{ field, text: 'Nothing says who this is. Enter a name, an email or a phone number.' }]);
}

function refuse(fields) {
	throw Object.assign(new Error('Nothing was saved. Correct what is marked.'), { fields });
}

/** Puts a form to adding, with the fields of `start` filled in, or, with a `record`, to editing that.
 * @param label what the title says: "note" */
function openForm(form, label, { record, start = {} } = {}) {
	form.reset();
	clearRefusals(form);
	for (const field of fieldsOf(form)) {
		const value = record ? record[field.name] : start[field.name];
		if (record || value !== undefined)
			showValue(field, value ?? (field.dataset.as === 'list' ? [] : undefined));
		field.dispatchEvent(new Event('change'));
		field.disabled = record !== undefined && 'fixed' in field.dataset;
	}
	if (record) edited.set(form, { record, start: read(form) });
	else edited.delete(form);
	byId(`${form.id}-title`).textContent = record
		? `Edit the ${label}`
		: `Add a${/^[aeio]/.test(label) ? 'n' : ''} ${label}`;
	byId(`${form.id}-remove`).hidden = !record;
}

/** What a next record may share with this one, such as its contact. */
const fixedOf = (form) =>
	Object.fromEntries(
		fieldsOf(form)
			.filter(({ dataset }) => 'fixed' in dataset)
			.map((field) => [field.name, field.value]),
	);

/** Shows a form that was opened from a list, and goes to its first field that can be filled in. */
function goToForm(form) {
	byId('manual').open = true;
	form.scrollIntoView({ block: 'nearest' });
	fieldsOf(form)
		.find((field) => !field.disabled && !field.value)
		?.focus();
}

/**
 * Makes a form work.
 * @param formId `note-form`; its title and its buttons have IDs that begin with it
 * @param label what it adds: "note"
 * @param save carries out what was filled in: (what to send, the record that is edited or undefined)
 * @param remove deletes a record
 * @returns opens the form to add (`{ start }`) or to edit (`{ record }`)
 */
function offerForm(formId, label, { save, remove }) {
	const form = byId(formId);
	form.noValidate = true;
	const attempt = async (action) => {
		clearRefusals(form);
		tell('');
		try {
			tell(await action());
			openForm(form, label, { start: fixedOf(form) });
		} catch (error) {
			showRefusal(form, error);
		}
	};
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const record = edited.get(form)?.record;
		void attempt(async () => {
			checkRequired(form);
			const body = toSend(form);
			if (record && Object.keys(body).length === 0) return `Nothing was changed in the ${label}`;
			await save(body, record);
			return `The ${label} was ${record ? 'changed' : 'added'}`;
		});
	});
	byId(`${formId}-remove`).addEventListener('click', () => {
		void attempt(async () => {
			await remove(edited.get(form).record);
			return `The ${label} was deleted`;
		});
	});
	byId(`${formId}-new`).addEventListener('click', () => openForm(form, label));
	openForm(form, label);
	return (with_) => {
		openForm(form, label, with_);
		goToForm(form);
	};
}

const choicesShown = new Map();

/** Offers choices in a `select`, after those that its markup has; what is chosen stays, if it still can be, or, where
 * not all choices are offered (`data-some`), in any case. */
function offerChoices(select, choices) {
	const stamp = JSON.stringify(choices);
	if (choicesShown.get(select) === stamp) return;
	choicesShown.set(select, stamp);
	const chosen = select.value;
	const kept = [...select.querySelectorAll('option.offered')].filter(
		({ selected, value }) =>
			selected && 'some' in select.dataset && !choices.some(({ id }) => String(id) === value),
	);
	for (const option of select.querySelectorAll('option.offered')) option.remove();
	for (const { id, name } of [...choices, ...kept.map(({ value, text }) => ({ id: value, name: text }))]) {
		const option = element('option', { text: name, class: 'offered' });
		option.value = String(id);
		select.append(option);
	}
	select.value = chosen;
	if (select.selectedIndex < 0) select.selectedIndex = 0;
}
