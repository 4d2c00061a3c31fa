// The open conversation.

const MINUTE_MS = 60_000;

function hostOf(link) {
	try {
		return new URL(link).host;
	} catch {
		return '';
	}
}

/** A picture that lies in the sandbox itself is shown; any other file is a card with its name. */
function mediaCard({ type, media }) {
	const isHere = media.link.startsWith(`${location.origin}/vault/`);
	if (type === 'image' && isHere) {
		const image = element('img', { class: 'picture' });
		image.src = media.link;
		image.alt = media.filename ?? 'Photo';
		// Files are kept for a day.
		image.addEventListener('error', () => image.replaceWith(fileCard({ type, media, isHere })));
		return image;
	}
	return fileCard({ type, media, isHere });
}

function fileCard({ type, media, isHere }) {
	const card = element(
		'a',
		{ class: 'card', title: media.link },
		element('span', { text: SYMBOLS[type] ?? '📎', class: 'card-symbol' }),
		element(
			'span',
			{ class: 'card-words' },
			words(media.filename ?? KIND_NAMES[type], 'card-name'),
			element('span', { text: isHere ? KIND_NAMES[type] : hostOf(media.link), class: 'note' }),
		),
	);
	if (/^https?:/.test(media.link)) {
		card.href = media.link;
		card.target = '_blank';
		card.rel = 'noreferrer';
	}
	return card;
}

function locationCard({ latitude, longitude, name }) {
	return element(
		'span',
		{ class: 'card' },
		element('span', { text: '📍', class: 'card-symbol' }),
		element(
			'span',
			{ class: 'card-words' },
			words(name, 'card-name'),
			element('span', { text: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`, class: 'note' }),
		),
	);
}

function adCard({ headline, body, source_url: link }) {
	return element(
		'span',
		{ class: 'ad', title: link },
		element('span', { text: 'Came through an ad', class: 'note' }),
		words(headline, 'card-name'),
		words(body, 'note'),
	);
}

function templateButtons(buttons) {
	if (buttons.length === 0) return undefined;
	return element(
		'span',
		{ class: 'template-buttons' },
		...buttons.map(({ text, url }) =>
			element('span', { class: 'template-button', title: url }, url ? '↗ ' : '', words(text)),
		),
	);
}

function footOf(message) {
	const { direction, sendBy, atMs, status, template, wasScheduled } = message;
	const who = direction === 'outgoing' ? [element('span', { text: sendBy, class: 'sender' })] : [];
	const kind = template ? [element('span', { text: `${template.name} · ${template.language}` })] : [];
	return element(
		'span',
		{ class: 'foot' },
		...who,
		...kind,
		wasScheduled && element('span', { text: 'scheduled' }),
		element('time', { text: clock(atMs), title: new Date(atMs).toLocaleString() }),
		direction === 'outgoing' && ticks(status),
	);
}

function bubble(message) {
	const { id, direction, text, media, location: place, template, referral, failure } = message;
	const content = element(
		'div',
		{ class: `bubble ${direction}`, title: id },
		referral && adCard(referral),
		media && mediaCard(message),
		place && locationCard(place),
		template?.header && words(template.header, 'template-header'),
		text && words(text, 'text'),
		template?.footer && words(template.footer, 'template-footer'),
		footOf(message),
		template && templateButtons(template.buttons),
		failure && element('span', { text: failure, class: 'failure' }),
	);
	return element('li', { class: `line ${direction}` }, content);
}

function conditionText({ reply, labels }) {
	const parts = [];
	if (reply === 'never-replied') parts.push('never replied');
	else if (reply === 'never') parts.push('no reply since the last message');
	else if (reply) parts.push(`no reply within ${reply}`);
	if (labels) parts.push(`${labels.kind === 'include' ? 'has' : 'has not'} ${labels.labels.join(' or ')}`);
	return parts.length > 0 ? `if: ${parts.join(', ')}` : '';
}

function scheduledBubble({ text, template, dueAtMs, conditions, status, reason }, nowMs) {
	const when = `${dayName(dueAtMs, nowMs)} ${clock(dueAtMs)}`;
	const outcome = status === 'waiting' ? `Waits until ${when}` : `Not sent ${when}: ${reason}`;
	return element(
		'li',
		{ class: 'line outgoing' },
		element(
			'div',
			{ class: 'bubble waiting' },
			element('span', { text: `🕒 ${outcome}`, class: 'note' }),
			words(text, 'text'),
			element('span', {
				class: 'foot',
				text: [template, conditionText(conditions)].filter(Boolean).join(' · '),
			}),
		),
	);
}

function showMessages({ open, nowMs }) {
	if (!open) return;
	const { id, messages, scheduled } = open;
	const queued = scheduled.filter(({ status }) => status !== 'sent');
	whenChanged('messages', { id, messages, queued, day: dayKey(nowMs) }, () => {
		const wall = byId('wall');
		const isAtEnd = wall.scrollHeight - wall.scrollTop - wall.clientHeight < 80;
		const isOther = byId('messages').dataset.of !== id;
		const lines = messages.flatMap((message, index) => {
			const isNewDay = index === 0 || dayKey(messages[index - 1].atMs) !== dayKey(message.atMs);
			const day = element('li', { class: 'day' }, element('span', { text: dayName(message.atMs, nowMs) }));
			return isNewDay ? [day, bubble(message)] : [bubble(message)];
		});
		byId('messages').replaceChildren(...lines, ...queued.map((each) => scheduledBubble(each, nowMs)));
		byId('messages').dataset.of = id;
		if (isAtEnd || isOther) wall.scrollTop = wall.scrollHeight;
	});
}

function windowText(endsAtMs, nowMs) {
	if (endsAtMs === null) return 'Window closed: templates only';
	const minutes = Math.floor((endsAtMs - nowMs) / MINUTE_MS);
	return `Window open: ${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}

function showHead({ open, nowMs }) {
	for (const id of ['chat-head', 'contact-panel']) byId(id).hidden = !open;
	byId('no-chat').hidden = Boolean(open);
	showComposer(open);
	if (!open) return;
	const { name, phone, product, isGroup, windowEndsAtMs, isOnWhatsApp } = open;
	dressAvatar(byId('chat-avatar'), open);
	byId('chat-name').textContent = name || `+${phone}`;
	const number = isGroup ? 'Group' : `+${phone}`;
	const kind = product === 'notifyer' ? '' : ` · ${PRODUCT_NAMES[product]}`;
	byId('chat-phone').textContent = `${number}${kind}${isOnWhatsApp ? '' : ' · has no WhatsApp'}`;
	const box = byId('window');
	box.hidden = product !== 'notifyer';
	box.className = `window ${windowEndsAtMs === null ? 'closed' : 'open'}`;
	byId('window-text').textContent = windowText(windowEndsAtMs, nowMs);
	byId('window-left').value = windowEndsAtMs === null ? 0 : windowEndsAtMs - nowMs;
}
