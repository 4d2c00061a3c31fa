import type { IDataObject } from 'n8n-workflow';

import { messageIn } from '../../../nodes/WhatsAble/events/webhook/message';
import { messageKey } from '../../../nodes/WhatsAble/events/webhook/repeats';

const LISTED = [
	{ type: 'user', content: 'Hello', timestamp: '2026-06-15T15:30:00.250Z', content_type: 'text' },
	{ type: 'bot', content: 'Hi', timestamp: '2026-06-15T15:28:00.000Z', content_type: 'text' },
];

const PAYLOAD: IDataObject = {
	phone_number: '14155550187',
	last_messages: JSON.stringify(LISTED),
	last_message_of_user: 'Hello',
	last_message_of_bot: 'Hi',
	message_type: 'text',
	user_last_message_time: 1781537400,
	bot_last_message_time: 1781537280,
	labels: 'Buyer, Hot Lead',
	incoming_message: true,
};

function read(changes: IDataObject = {}): NonNullable<ReturnType<typeof messageIn>> {
	const message = messageIn({ ...PAYLOAD, ...changes });
	if (!message) throw new Error('No message');
	return message;
}

test.each([
	['text', '14155550187', '+14155550187'],
	['a number', 14155550187, '+14155550187'],
	['text with plus', '+14155550187', '+14155550187'],
	['the id of a group', '120363000000000001@g.us', '120363000000000001@g.us'],
])('the phone number is text with its calling code, from %s', (_, given, expected) => {
	expect(read({ phone_number: given }).phone_number).toBe(expected);
});

test.each<[string, unknown, string | null]>([
	['seconds', 1781537400, '2026-06-15T15:30:00.000Z'],
	['milliseconds', 1781537400123, '2026-06-15T15:30:00.123Z'],
	['seconds as text', '1781537400', '2026-06-15T15:30:00.000Z'],
	['milliseconds as text', '1781537400123', '2026-06-15T15:30:00.123Z'],
	['ISO 8601', '2026-06-15T15:30:00Z', '2026-06-15T15:30:00.000Z'],
	['zero', 0, null],
	['nothing', null, null],
	['nonsense', 'yesterday', null],
])('a time is ISO 8601, from %s', (_, given, expected) => {
	expect(read({ bot_last_message_time: given as never }).bot_last_message_time).toBe(expected);
});

test('the time of the message comes from the list where the delivery has none', () => {
	expect(read({ user_last_message_time: null }).message_time).toBe('2026-06-15T15:30:00.250Z');
	expect(read({ user_last_message_time: null, last_messages: '[]' }).message_time).toBeNull();
});

test.each<[string, unknown, unknown[]]>([
	['the text of a list', JSON.stringify(LISTED), LISTED],
	['a list', LISTED, LISTED],
	['text that is no JSON', '[{"type":"user"', []],
	['JSON that is no list', '{"type":"user"}', []],
	['a list with other things in it', [null, 'text', LISTED[0]], [LISTED[0]]],
	['nothing', undefined, []],
])('the latest messages are a list, from %s', (_, given, expected) => {
	expect(read({ last_messages: given as never }).last_messages).toEqual(expected);
});

test.each<[string, unknown, string[]]>([
	['text with commas', 'Buyer, Hot Lead ,', ['Buyer', 'Hot Lead']],
	['a list', ['Buyer', ' Seller '], ['Buyer', 'Seller']],
	['empty text', '', []],
	['nothing', null, []],
])('labels are a list, from %s', (_, given, expected) => {
	expect(read({ labels: given as never }).labels).toEqual(expected);
});

test.each<[string, IDataObject, string, string]>([
	['incoming', { incoming_message: true }, 'incoming', 'Hello'],
	['outgoing', { incoming_message: false }, 'outgoing', 'Hi'],
	['outgoing as text', { incoming_message: 'false' }, 'outgoing', 'Hi'],
	['not told, written by the contact', { incoming_message: undefined }, 'incoming', 'Hello'],
	[
		'not told, written by the business',
		{ incoming_message: undefined, last_messages: [LISTED[1]] as never },
		'outgoing',
		'Hi',
	],
	['not told at all', { incoming_message: undefined, last_messages: '' }, 'incoming', 'Hello'],
])('the direction and the text of the message are told: %s', (_, changes, direction, text) => {
	expect(read(changes)).toMatchObject({ direction, text });
});

test('the first message of a contact is told from later ones', () => {
	expect(read().is_first_message).toBe(true);
	const earlier = { type: 'user', content: 'Hey', timestamp: '2026-06-14T10:00:00Z', content_type: 'text' };
	expect(read({ last_messages: [...LISTED, earlier] as never }).is_first_message).toBe(false);
	expect(read({ incoming_message: false }).is_first_message).toBe(false);
	const manyFromUs = Array.from({ length: 19 }, () => LISTED[1]);
	expect(read({ last_messages: [LISTED[0], ...manyFromUs] as never }).is_first_message).toBe(false);
});

test('the ad that brought the contact is found in both places', () => {
	const referral = { source_type: 'ad', source_id: '1' };
	expect(read({ referral }).referral).toEqual(referral);
	const entry = [{ changes: [{ value: { messages: [{ text: {} }, { referral }] } }] }];
	expect(read({ entry: entry as never }).referral).toEqual(referral);
	expect(read()).not.toHaveProperty('referral');
});

test.each<[string, IDataObject]>([
	['nothing', {}],
	["another envelope than the messages'", { event: 'message_status', data: {} }],
	['a number that is empty', { phone_number: '' }],
])('a delivery that tells of no message is none: %s', (_, payload) => {
	expect(messageIn(payload)).toBeUndefined();
});

describe('repeats', () => {
	test('the same message has the same key, whatever form its fields have', () => {
		const key = messageKey(read());
		expect(messageKey(read({ phone_number: 14155550187, last_messages: LISTED as never }))).toBe(key);
		expect(messageKey(read({ user_last_message_time: 1781537400000, note: 'changed since' }))).toBe(key);
	});

	test.each<[string, IDataObject]>([
		['another person', { phone_number: '14155550188' }],
		['another time', { user_last_message_time: 1781537401 }],
		['another text', { last_message_of_user: 'Hello!' }],
		['another direction', { incoming_message: false }],
		['another type', { message_type: 'image' }],
		['another file', { attachment_url: 'https://x.example/1.jpg' }],
		[
			'the same text in the same second',
			{ last_messages: [{ ...LISTED[0], timestamp: '2026-06-15T15:30:00.900Z' }] as never },
		],
	])('another message has another key: %s', (_, changes) => {
		expect(messageKey(read(changes))).not.toBe(messageKey(read()));
	});

	test('a message without a time has none, so that two of the same text both start the workflow', () => {
		expect(messageKey(read({ user_last_message_time: null, last_messages: [] }))).toBeUndefined();
	});
});
