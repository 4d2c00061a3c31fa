import { DEMO } from '../demo';
import type { ContactRecord, MessageRecord } from '../records';
import type { WhatsAbleState } from '../state';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const { contacts: phones, labels, teammates } = DEMO;

type Line = Partial<MessageRecord> & { text: string; agoMs: number; from: 'contact' | 'amelia' | 'phone' };

interface Person {
	phone: string;
	name: string;
	labels?: readonly string[];
	note?: string;
	noteAutomation?: string;
	isOnWhatsApp?: boolean;
	lines?: readonly Line[];
}

const PEOPLE: readonly Person[] = [
	{
		phone: phones.olivia,
		name: 'Olivia Grant',
		labels: [labels.buyer, labels.hotLead],
		note: 'email: olivia.grant@example.com | Budget: $650k\nWants three bedrooms near the pier.',
		lines: [
			{ from: 'contact', agoMs: 26 * HOUR_MS, text: 'Hi, is the house on Pier Street still available?' },
			{ from: 'amelia', agoMs: 25 * HOUR_MS, text: 'It is. Would you like to see it on Friday at 10?' },
			{ from: 'contact', agoMs: 2 * HOUR_MS, text: 'Friday works. See you there 👍' },
		],
	},
	{
		phone: phones.priya,
		name: 'Priya Nair',
		labels: [labels.newLead],
		lines: [{ from: 'contact', agoMs: 40 * MINUTE_MS, text: 'Hello, do you also help with rentals?' }],
	},
	{
		phone: phones.jonas,
		name: 'Jonas Weber',
		labels: [labels.seller],
		note: 'Möchte die Wohnung in der Hafenstraße verkaufen.',
		lines: [
			{ from: 'contact', agoMs: 3 * DAY_MS, text: 'Können Sie mir eine Einschätzung zum Preis schicken?' },
			{ from: 'phone', agoMs: 3 * DAY_MS - 20 * MINUTE_MS, text: 'Gern, ich melde mich morgen.' },
		],
	},
	{
		phone: phones.lucia,
		name: 'Lucía Fernández',
		labels: [labels.buyer],
		lines: [{ from: 'contact', agoMs: 22 * HOUR_MS, text: '¿Me pueden enviar la oferta por escrito?' }],
	},
	{ phone: phones.joao, name: 'João Pereira', labels: [labels.newLead] },
	{
		phone: phones.maria,
		name: 'María Hernández',
		labels: [labels.newLead, labels.hotLead],
		lines: [
			{
				from: 'contact',
				agoMs: 5 * HOUR_MS,
				text: 'Quiero información',
				referral: {
					source_type: 'ad',
					source_id: '52540000000001',
					source_url: 'https://www.instagram.com/p/example/',
					headline: 'Homes by the harbor',
					body: 'Three bedrooms, five minutes from the pier.',
					media_type: 'image',
					image_url: 'https://scontent.example.com/v/harbor.jpg',
					ctwa_clid: 'AfhExampleClickId0000000001',
				},
			},
		],
	},
	{ phone: phones.camille, name: 'Camille Laurent' },
	{
		phone: phones.khalid,
		name: 'خالد المنصوري',
		labels: [labels.buyer, labels.viewingBooked],
		lines: [
			{
				from: 'amelia',
				agoMs: 90 * MINUTE_MS,
				text: 'أهلا خالد، موعد المعاينة غدا الساعة 11:00 في 12 Pier Street.',
			},
			{ from: 'contact', agoMs: HOUR_MS, text: 'ممتاز، شكرا لكم 🙏' },
		],
	},
	{
		phone: phones.noa,
		name: 'נועה לוי',
		lines: [{ from: 'contact', agoMs: 2 * DAY_MS, text: 'שלום, אפשר לקבל פרטים על הדירה?' }],
	},
	{ phone: phones.arjun, name: 'Arjun Mehta', labels: [labels.doNotDisturb], isOnWhatsApp: false },
	{
		phone: phones.misaki,
		name: '佐藤 美咲',
		lines: [{ from: 'contact', agoMs: 10 * MINUTE_MS, text: '物件の写真を送っていただけますか？' }],
	},
	{
		phone: phones.liam,
		name: "Liam O'Connor 🏄",
		labels: [labels.seller],
		noteAutomation: 'Asked for a valuation; answered by the bot.',
		lines: [{ from: 'contact', agoMs: 6 * HOUR_MS, text: 'Running late, be there in 20 🏃‍♂️💨' }],
	},
];

/** Contacts and conversations of Notifyer, and whom the other two products write to. */
export function seedContacts(state: WhatsAbleState): void {
	const nowMs = state.clock.nowMs;
	const lines: Array<Line & { contact: Readonly<ContactRecord> }> = [];
	for (const { lines: own = [], ...person } of PEOPLE) {
		const incoming = own.filter(({ from }) => from === 'contact').map(({ agoMs }) => agoMs);
		const contact = state.addContact({
			...person,
			product: 'notifyer',
			createdAtMs: nowMs - 30 * DAY_MS,
			lastIncomingAtMs: incoming.length > 0 ? nowMs - Math.min(...incoming) : null,
		});
		lines.push(...own.map((line) => ({ ...line, contact })));
	}
	lines.sort((a, b) => b.agoMs - a.agoMs);
	for (const line of lines) addLine(state, line, nowMs);
	for (const number of DEMO.whatsableNumbers) {
		state.addContact({ product: 'whatsable', phone: number.slice(1), name: 'Own number' });
	}
	const { id, name } = DEMO.group;
	state.addContact({ product: 'whatsable', phone: id, name, isGroup: true });
}

const SENDERS = { contact: '', amelia: teammates.amelia, phone: 'WhatsApp App' } as const;

function addLine(
	state: WhatsAbleState,
	{ contact, from, agoMs, ...line }: Line & { contact: Readonly<ContactRecord> },
	nowMs: number,
): void {
	const id = state.newMessageId(contact.phone);
	const atMs = nowMs - agoMs;
	const isIncoming = from === 'contact';
	state.messages.set(id, {
		id,
		contactId: contact.id,
		direction: isIncoming ? 'incoming' : 'outgoing',
		type: 'text',
		media: null,
		location: null,
		template: null,
		referral: null,
		atMs,
		status: 'read',
		deliveredAtMs: atMs + 2000,
		readAtMs: atMs + MINUTE_MS,
		failure: null,
		sendBy: SENDERS[from],
		wasByHuman: true,
		wasScheduled: false,
		...line,
	});
}
