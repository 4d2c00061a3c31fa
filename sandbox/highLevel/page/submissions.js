// What a visitor of the website fills in: the fields are those of the form or survey that is chosen.

const submissionForm = byId('submission-form');
let filled = [];

/** The field of an answer. A list of choices takes several, separated by commas. */
function answerField({ name, type, options }) {
	const field = element({ long: 'textarea', choice: 'select' }[type] ?? 'input');
	field.name = name;
	if (type === 'number') Object.assign(field, { type: 'number', step: 'any' }).dataset.as = 'number';
	if (type === 'check') field.type = 'checkbox';
	if (type === 'choice') field.append(new Option('None', ''), ...options.map((text) => new Option(text)));
	if (type === 'choices') Object.assign(field, { placeholder: options.join(', ') }).dataset.as = 'list';
	return field;
}

function answerRow(answer) {
	const field = answerField(answer);
	return answer.type === 'check'
		? element('label', { class: 'check' }, field, ` ${answer.label}`)
		: element('label', {}, `${answer.label} `, field);
}

/** Shows the fields of what is chosen. */
function offerAnswers() {
	const chosen = submissionForm.elements.filled.value;
	const answers = byId('answers');
	if (answers.dataset.of === chosen) return;
	answers.dataset.of = chosen;
	const { fields = [] } = filled.find(({ id }) => id === chosen) ?? {};
	answers.replaceChildren(...fields.map(answerRow));
}

submissionForm.elements.filled.addEventListener('change', offerAnswers);

function showFilled(choices) {
	filled = choices;
	offerChoices(submissionForm.elements.filled, choices);
	offerAnswers();
}

/** The answers as a form sends them: what was left empty is not in it, and boxes of a list are under their list. */
function answersIn(sent) {
	const answers = {};
	for (const [name, value] of Object.entries(sent)) {
		if (value === '' || value === false || value.length === 0) continue;
		const [key, box] = name.split('.');
		if (box) answers[key] = { ...answers[key], [box]: value };
		else answers[key] = value === true ? 'Yes' : value;
	}
	return answers;
}

/** As the forms of a website do, before anything is sent. */
function checkAnswers(answers) {
	if (Object.keys(answers).length === 0) {
		const first = byId('answers').querySelector('[name]');
		refuse([{ field: first?.name ?? 'filled', text: 'Nothing is filled in. Fill in at least one field.' }]);
	}
	if (answers.email && !/^\S+@\S+\.\S+$/.test(answers.email)) {
		const text = 'This is not an email address. Enter one such as name@example.com.';
		refuse([{ field: 'email', text }]);
	}
}

/** A visitor can't take back what was sent. */
offerForm('submission-form', 'submission', {
	save: async ({ filled: chosen, ...sent }) => {
		const answers = answersIn(sent);
		checkAnswers(answers);
		await call('POST', `manual/${chosen}/submit`, answers);
	},
	remove: () => undefined,
});
