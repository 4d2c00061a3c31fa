// How the fields of a form are read and filled in, as their elements say: `data-as` ("number", "list" or "time") and
// `data-empty`, the JSON that an empty one stands for.

const fieldsOf = (form) => [...form.elements].filter(({ name }) => name);

const names = (text) =>
	text
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

/** The value of a field; undefined for an empty one that stands for nothing. */
function valueOf(field) {
	if (field.type === 'checkbox') return field.checked;
	const text = field.value.trim();
	if (field.dataset.as === 'list') return names(text);
	if (text === '') return field.dataset.empty === undefined ? undefined : JSON.parse(field.dataset.empty);
	if (field.dataset.as === 'number') return Number(text);
	return field.dataset.as === 'time' ? new Date(text).toISOString() : text;
}

function showValue(field, value) {
	if (field.type === 'checkbox') field.checked = value === true;
	else if (field.dataset.as === 'list') field.value = value.join(', ');
	else if (field.dataset.as === 'time') field.value = value ? localTime(value) : '';
	else field.value = value === null || value === undefined ? '' : String(value);
}

/** A time as the field for one takes it: of the person's own time zone, without an offset. */
function localTime(instant) {
	const time = new Date(instant);
	return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const read = (form) => Object.fromEntries(fieldsOf(form).map((field) => [field.name, valueOf(field)]));

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
