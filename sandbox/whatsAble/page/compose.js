// What a person writes, as the customer or for the business.

const compose = document.forms.compose;
let attachment;

function attach(made) {
	attachment = made;
	byId('attached').hidden = !made;
	const name = made?.file?.name ?? made?.location?.name ?? '';
	byId('attached-name').textContent = made ? `${SYMBOLS[made.type]} ${name}` : '';
	document.querySelector('.attach').open = false;
	compose.elements.text.focus();
}

function isByBusiness() {
	return compose.elements.side.value === 'team';
}

function showSides() {
	compose.elements.sendBy.hidden = !isByBusiness();
	byId('ad-choice').hidden = isByBusiness();
}

/** Nobody answers for a group, and people write for the business in Notifyer only. */
function showComposer(open) {
	compose.hidden = !open || open.isGroup;
	byId('sides').hidden = open?.product !== 'notifyer';
	if (byId('sides').hidden) compose.elements.side.value = 'contact';
	showSides();
}

async function sendMessage() {
	const { text, sendBy, ad } = compose.elements;
	const [product, phone] = openId.split(/\/(.*)/s);
	const message = { phone, text: text.value, ...attachment };
	if (!message.type && message.text.trim() === '') return '';
	if (isByBusiness()) await call('POST', 'messages/outgoing', { ...message, sendBy: sendBy.value });
	else
		await call('POST', 'messages/incoming', {
			...message,
			product,
			...(ad.checked ? { referral: true } : {}),
		});
	text.value = '';
	ad.checked = false;
	fitText();
	attach(undefined);
	await refresh();
	byId('wall').scrollTop = byId('wall').scrollHeight;
	return '';
}

function fitText() {
	const { text } = compose.elements;
	text.rows = Math.min(6, text.value.split('\n').length);
}

onSubmit('compose', sendMessage);

compose.elements.text.addEventListener('keydown', (event) => {
	if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	compose.requestSubmit();
});

compose.elements.text.addEventListener('input', fitText);
compose.addEventListener('change', showSides);

for (const button of document.querySelectorAll('[data-attach]')) {
	const { attach: kind } = button.dataset;
	button.addEventListener('click', () => (kind === 'file' ? byId('file').click() : attach(SAMPLES[kind]())));
}

byId('file').addEventListener('change', async (event) => {
	const [file] = event.target.files;
	if (file) attach(await ownFile(file));
	event.target.value = '';
});

byId('detach').addEventListener('click', () => attach(undefined));

const newForm = document.forms['new-form'];

byId('new-number').addEventListener('click', () => byId('new-dialog').showModal());
byId('new-cancel').addEventListener('click', () => byId('new-dialog').close());

newForm.addEventListener('submit', (event) => {
	event.preventDefault();
	const { phone, name, text, ad } = newForm.elements;
	const message = { phone: phone.value.replace(/[\s().-]/g, ''), name: name.value, text: text.value };
	call('POST', 'messages/incoming', { ...message, ...(ad.checked ? { referral: true } : {}) }).then(
		({ contactId }) => {
			newForm.reset();
			byId('new-outcome').textContent = '';
			byId('new-dialog').close();
			setOpen(contactId);
		},
		(error) => (byId('new-outcome').textContent = `Refused: ${error.message}`),
	);
});

function showTeammates({ teammates }) {
	const { sendBy } = compose.elements;
	if (sendBy.options.length > 0) return;
	sendBy.append(...teammates.map((name) => new Option(name, name)));
}
