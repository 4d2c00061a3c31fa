// The list of conversations.

const PRODUCT_NAMES = { whatsable: 'WhatsAble bot', notifier: 'Notifier' };

let openId = decodeURIComponent(location.hash.slice(1)) || undefined;
// How many messages of a contact had come when its conversation was last open.
const seen = new Map();

function setOpen(id) {
	openId = id;
	history.replaceState(null, '', `#${encodeURIComponent(id)}`);
	showView('chat');
	void refresh();
}

/** Where not all parts have room side by side, one of them is shown: `list`, `chat` or `panel`. */
function showView(view) {
	// Without a conversation, there is no chat to go to.
	document.body.dataset.view = view === 'chat' && !openId ? 'list' : view;
}

for (const button of document.querySelectorAll('[data-view]')) {
	button.addEventListener('click', () => showView(button.dataset.view));
}
showView('chat');

function previewOf({ last, name, phone }) {
	if (!last) return [element('span', { text: 'No messages yet', class: 'note' })];
	const text = last.text || KIND_NAMES[last.type] || '';
	const symbol = SYMBOLS[last.type] ? [element('span', { text: `${SYMBOLS[last.type]} ` })] : [];
	const mark = last.direction === 'outgoing' ? [ticks(last.status)] : [];
	return [...mark, ...symbol, words(text, 'preview-text')];
}

function conversationRow(conversation, nowMs) {
	const { id, name, phone, product, isGroup, lastAtMs, windowEndsAtMs, incoming } = conversation;
	const unread = id === openId ? 0 : incoming - (seen.get(id) ?? incoming);
	const when =
		lastAtMs === 0 ? '' : dayKey(lastAtMs) === dayKey(nowMs) ? clock(lastAtMs) : dayName(lastAtMs, nowMs);
	const button = element(
		'button',
		{ class: `row${id === openId ? ' open' : ''}`, title: isGroup ? phone : `+${phone}` },
		dressAvatar(element('span'), conversation),
		element(
			'span',
			{ class: 'row-main' },
			element(
				'span',
				{ class: 'row-line' },
				words(name || `+${phone}`, 'row-name'),
				PRODUCT_NAMES[product] && element('span', { text: PRODUCT_NAMES[product], class: 'badge' }),
				element('time', { text: when, class: unread > 0 ? 'fresh' : '' }),
			),
			element(
				'span',
				{ class: 'row-line preview' },
				...previewOf(conversation),
				unread > 0 && element('span', { text: String(unread), class: 'unread' }),
				windowEndsAtMs !== null && element('span', { class: 'dot', title: 'May be written to freely' }),
			),
		),
	);
	button.type = 'button';
	button.addEventListener('click', () => setOpen(id));
	return element('li', {}, button);
}

function showConversations({ conversations, nowMs }) {
	for (const { id, incoming } of conversations) if (id === openId || !seen.has(id)) seen.set(id, incoming);
	const wanted = byId('search').value.trim().toLowerCase();
	const matching = conversations.filter(
		({ name, phone }) =>
			name.toLowerCase().includes(wanted) || phone.includes(wanted.replace(/\D/g, '') || wanted),
	);
	const stamp = { matching, openId, seen: [...seen], day: dayKey(nowMs) };
	whenChanged('conversations', stamp, () => {
		byId('conversations').replaceChildren(...matching.map((each) => conversationRow(each, nowMs)));
		byId('no-conversations').hidden = matching.length > 0;
	});
}
