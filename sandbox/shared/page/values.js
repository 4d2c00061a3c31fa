// What a person copies into n8n: shown with a button for each.

/** Copies what a field shows, line breaks included; where the browser does not allow it, the text is selected. */
async function copy(field, { label, value }) {
	field.select();
	try {
		await navigator.clipboard.writeText(value);
		return `${label} copied`;
	} catch {
		return `${label} is selected: copy it with Ctrl+C`;
	}
}

function valueRow({ label, value }) {
	const lines = value.trim().split('\n').length;
	const field = element(lines > 1 ? 'textarea' : 'input');
	field.value = value;
	field.readOnly = true;
	if (lines > 1) field.rows = lines;
	const copies = button('Copy', `Copy ${label}`, () => act(() => copy(field, { label, value })));
	return element(
		'div',
		{ class: 'value' },
		element('label', {}, element('span', { text: label }), field),
		copies,
	);
}

/** Shows all of them. @returns them by their labels */
async function offerValues() {
	const { values } = await call('GET', 'values');
	byId('value-list').replaceChildren(...values.map(valueRow));
	return new Map(values.map((shown) => [shown.label, shown]));
}
