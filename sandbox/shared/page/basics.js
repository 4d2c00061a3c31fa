// What the scripts of all pages begin with.
// All content is set as text, never as markup: what was synced is not to be trusted.
'use strict';

const POLL_MS = 700;

/** What a fault does, by its kind; a page adds those of its own. */
const FAULTS = {
	rateLimited: '429, too many requests',
	serverError: '500, not carried out',
	timeout: 'no response at all',
	lostAnswer: 'carried out, response lost',
	slow: 'slow response (3 s)',
	connectionReset: 'connection reset',
	htmlError: '502 with an HTML page',
};

const byId = (id) => document.getElementById(id);

/** @param options `text`, `class`, `title`, `dir`
 * @param children nodes and texts; what is false or undefined is left out */
function element(name, options = {}, ...children) {
	const made = document.createElement(name);
	if (options.text !== undefined) made.textContent = options.text;
	if (options.class) made.className = options.class;
	if (options.title) made.title = options.title;
	if (options.dir) made.dir = options.dir;
	made.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
	return made;
}

function button(text, title, action) {
	const made = element('button', { text, title });
	made.type = 'button';
	made.addEventListener('click', action);
	return made;
}

async function call(method, path, body) {
	const response = await fetch(`/__sandbox/${path}`, {
		method,
		...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
	});
	const answer = await response.json();
	if (!response.ok) {
		throw Object.assign(new Error([].concat(answer.message).join('; ')), { fields: answer.fields });
	}
	return answer;
}

const TOLD_MS = 10_000;
let untold;

/** Says for a while how something went. */
function tell(text) {
	byId('outcome').textContent = text;
	clearTimeout(untold);
	untold = setTimeout(() => (byId('outcome').textContent = ''), TOLD_MS);
}

/** Runs a control's action and says how it went. */
function act(action) {
	action().then(tell, (error) => tell(`Refused: ${error.message}`));
}

function onSubmit(formId, action) {
	byId(formId).addEventListener('submit', (event) => {
		event.preventDefault();
		act(() => action(event.target.elements));
	});
}

function onClick(buttonId, action) {
	byId(buttonId).addEventListener('click', () => act(action));
}

/** Makes the form for faults work. A form without a field for the chance makes faults that always strike. */
function offerFaults() {
	const kinds = document.forms['fault-form'].elements.kind;
	kinds.append(...Object.entries(FAULTS).map(([kind, text]) => new Option(text, kind)));
	onSubmit('fault-form', async ({ kind, path, chance, times }) => {
		const probability = chance ? Number(chance.value) / 100 : 1;
		await call('POST', 'faults', {
			kind: kind.value,
			// What is typed is looked for as it is, not as a regular expression.
			...(path.value ? { path: path.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') } : {}),
			...(probability < 1 ? { probability } : {}),
			...(times.value ? { times: Number(times.value) } : {}),
			...(kind.value === 'slow' ? { delayMs: 3000 } : {}),
		});
		return 'Fault added';
	});
	onClick('clear-faults', async () => {
		await call('DELETE', 'faults');
		return 'Faults removed';
	});
}
