// Parts that the page is made of.

/** Text whose direction follows from its letters. */
const words = (text, className = '') => element('span', { text, class: className, dir: 'auto' });

const SVG = 'http://www.w3.org/2000/svg';

function svg(className, title, ...paths) {
	const made = document.createElementNS(SVG, 'svg');
	made.setAttribute('viewBox', '0 0 24 16');
	made.setAttribute('class', className);
	made.setAttribute('role', 'img');
	made.setAttribute('aria-label', title);
	const name = document.createElementNS(SVG, 'title');
	name.textContent = title;
	made.append(
		name,
		...paths.map((d) => {
			const path = document.createElementNS(SVG, 'path');
			path.setAttribute('d', d);
			return path;
		}),
	);
	return made;
}

const FIRST_TICK = 'M3 9l4 4 8-10';
const SECOND_TICK = 'M10.5 11.5l1.5 1.5 8-10';

/** The marks that tell how far a message has come. */
function ticks(status) {
	switch (status) {
		case 'sent':
			return svg('ticks', 'Sent', FIRST_TICK);
		case 'delivered':
			return svg('ticks', 'Delivered', FIRST_TICK, SECOND_TICK);
		case 'read':
			return svg('ticks read', 'Read', FIRST_TICK, SECOND_TICK);
		default:
			return svg('ticks failed', 'Failed', 'M12 2v8', 'M12 13v0.6');
	}
}

const TONES = 8;

/** A circle with the first letters of a name, in a colour that stays the same. */
function dressAvatar(node, { id, name, phone, isGroup }) {
	const parts = (name || '').split(/\s+/).filter((part) => /\p{L}/u.test(part));
	const letters = parts.slice(0, 2).map((part) => [...part].find((letter) => /\p{L}/u.test(letter)));
	const isJoined = /\p{Script=Arabic}/u.test(letters.join(''));
	const shown = isJoined ? letters[0] : letters.join('').toUpperCase();
	let sum = 0;
	for (const character of id) sum = (sum * 31 + character.codePointAt(0)) % 1_000_003;
	node.className = `avatar tone-${sum % TONES}${isGroup ? ' group' : ''}`;
	node.textContent = shown || (phone || '').slice(-2);
	return node;
}

const clock = (ms) =>
	new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayKey = (ms) => new Date(ms).toDateString();

/** `Today`, `Yesterday` or the date, by the sandbox's clock. */
function dayName(ms, nowMs) {
	if (dayKey(ms) === dayKey(nowMs)) return 'Today';
	if (dayKey(ms) === dayKey(nowMs - 86_400_000)) return 'Yesterday';
	return new Date(ms).toLocaleDateString([], { weekday: 'short', day: 'numeric', month: 'short' });
}

const SYMBOLS = { image: '📷', video: '🎬', audio: '🎤', document: '📄', location: '📍' };
const KIND_NAMES = {
	image: 'Photo',
	video: 'Video',
	audio: 'Voice message',
	document: 'Document',
	location: 'Location',
};

// What each part of the page shows now, as text: a part is made anew only when its data changed.
const shownParts = new Map();

function whenChanged(part, data, show) {
	const text = JSON.stringify(data);
	if (shownParts.get(part) === text) return;
	shownParts.set(part, text);
	show(data);
}
