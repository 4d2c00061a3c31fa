/** Constants of the seed state. The keys open nothing but the sandbox. */
export const DEMO = {
	business: 'Harborview Realty',
	/** The account, as webhooks and templates name it. */
	userId: '7c1f0a52-3b9e-4d06-9a41-5e8b2d7f6c30',
	/** The business number itself, digits only. */
	businessNumber: '12125550100',
	keys: {
		/** Notifyer System: the business's own WhatsApp number. */
		notifyer: 'demo-notifyer-key-0000000000000001',
		/** Notifyer System on a plan without integrations: right, and refused. */
		notifyerBasicPlan: 'demo-notifyer-key-0000000000000002',
		/** WhatsAble: the bot that writes to one's own numbers. */
		whatsable: 'demo-whatsable-key-000000000000001',
		/** Notifier, the older product. */
		notifier: 'demo-notifier-key-0000000000000001',
	},
	/** Phone numbers of the contacts, digits only. All are fictional. */
	contacts: {
		/** United States; wrote two hours ago. */
		olivia: '14155550132',
		/** United Kingdom; wrote 40 minutes ago. */
		priya: '447700900123',
		/** Germany; last wrote three days ago. */
		jonas: '4917604069012',
		/** Spain; wrote 22 hours ago: her window closes in two. */
		lucia: '34600123456',
		/** Brazil; never wrote. */
		joao: '5511955501234',
		/** Mexico; came through an ad, wrote five hours ago. */
		maria: '525555012345',
		/** France; never wrote. */
		camille: '33639981234',
		/** United Arab Emirates, writes Arabic; wrote an hour ago. */
		khalid: '971501234567',
		/** Israel, writes Hebrew; last wrote two days ago. */
		noa: '972501234567',
		/** India; never wrote, and has no WhatsApp: everything to this number fails. */
		arjun: '919876501234',
		/** Japan; wrote ten minutes ago. */
		misaki: '819012345678',
		/** Australia; wrote six hours ago. */
		liam: '61491570156',
	},
	labels: {
		newLead: 'New Lead',
		buyer: 'Buyer',
		seller: 'Seller',
		viewingBooked: 'Viewing Booked',
		hotLead: 'Hot Lead',
		doNotDisturb: 'Do Not Disturb',
	},
	/** `template_id` of the templates. */
	templates: {
		/** en, one body variable. */
		welcome: '1f3b6c70-0a1e-4f52-8d11-000000000001',
		/** en_US, three body variables, quick replies. */
		reminder: '1f3b6c70-0a1e-4f52-8d11-000000000002',
		/** de, the same name as `reminder`. */
		reminderGerman: '1f3b6c70-0a1e-4f52-8d11-000000000003',
		/** en, image, two body variables, a button whose address has a variable. */
		listing: '1f3b6c70-0a1e-4f52-8d11-000000000004',
		/** es, document, two body variables. */
		offer: '1f3b6c70-0a1e-4f52-8d11-000000000005',
		/** ar, video, one body variable. */
		viewingVideo: '1f3b6c70-0a1e-4f52-8d11-000000000006',
		/** en, a variable in the text header, two in the body, buttons without variables. */
		openHouse: '1f3b6c70-0a1e-4f52-8d11-000000000007',
		/** fr, no variables. */
		thanks: '1f3b6c70-0a1e-4f52-8d11-000000000008',
		/** pt_BR, still under review. */
		pending: '1f3b6c70-0a1e-4f52-8d11-000000000009',
		/** en, refused by the review. */
		rejected: '1f3b6c70-0a1e-4f52-8d11-000000000010',
	},
	/** Numbers that the WhatsAble product may write to, with `+`. */
	whatsableNumbers: ['+12125550101', '+447700900456'],
	group: {
		id: '120363000000000001@g.us',
		name: 'Harborview Team',
		session: '5d3c1b0a-9f8e-4d7c-8b6a-000000000001',
	},
	/** People whose names outgoing messages bear. */
	teammates: { amelia: 'Amelia Hart', ben: 'Ben Okafor' },
	/** X-Webhook-Signature of registrations that are signed: 128 bytes, base64url, always the same. */
	signature: Buffer.from(Array.from({ length: 128 }, (_, index) => (index * 73 + 41) % 256)).toString(
		'base64url',
	),
} as const;
