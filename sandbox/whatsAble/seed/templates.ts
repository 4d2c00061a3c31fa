import { DEMO } from '../demo';
import type { TemplateComponent, TemplateRecord } from '../records';
import type { WhatsAbleState } from '../state';

const body = (text: string, ...examples: string[]): TemplateComponent => ({
	type: 'BODY',
	text,
	...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
});

const footer: TemplateComponent = { type: 'FOOTER', text: 'Harborview Realty' };

const mediaHeader = (format: 'IMAGE' | 'VIDEO' | 'DOCUMENT', name: string): TemplateComponent => ({
	type: 'HEADER',
	format,
	example: { header_handle: [`https://scontent.example.com/v/${name}`] },
});

type Wanted = Omit<TemplateRecord, 'id' | 'status'> & { status?: TemplateRecord['status'] };

const { templates: ids } = DEMO;

const TEMPLATES: readonly Wanted[] = [
	{
		templateId: ids.welcome,
		name: 'welcome_lead',
		category: 'MARKETING',
		language: 'en',
		components: [
			body(
				'Hi {{1}}, thanks for your interest in Harborview Realty. What kind of home are you looking for?',
				'Olivia',
			),
			footer,
		],
	},
	{
		templateId: ids.reminder,
		name: 'appointment_reminder',
		category: 'UTILITY',
		language: 'en_US',
		components: [
			body(
				'Hello {{1}}, a reminder of your viewing at {{2}} on {{3}}.',
				'Olivia',
				'12 Pier Street',
				'Friday at 10:00',
			),
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'I will be there' },
					{ type: 'QUICK_REPLY', text: 'Another time, please' },
				],
			},
		],
	},
	{
		templateId: ids.reminderGerman,
		name: 'appointment_reminder',
		category: 'UTILITY',
		language: 'de',
		components: [
			body(
				'Guten Tag {{1}}, wir erinnern an Ihre Besichtigung: {{2}}, {{3}}.',
				'Herr Weber',
				'Hafenstraße 12',
				'Freitag um 10 Uhr',
			),
		],
	},
	{
		templateId: ids.listing,
		name: 'new_listing',
		category: 'MARKETING',
		language: 'en',
		components: [
			mediaHeader('IMAGE', 'house.jpg'),
			body(
				'{{1}}, a home that fits your wishes has just been listed: {{2}}.',
				'Olivia',
				'3 bedrooms near the pier',
			),
			footer,
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'See the home',
						url: 'https://harborview.example.com/homes/{{1}}',
						example: ['https://harborview.example.com/homes/pier-12'],
					},
				],
			},
		],
	},
	{
		templateId: ids.offer,
		name: 'oferta_documento',
		category: 'UTILITY',
		language: 'es',
		components: [
			mediaHeader('DOCUMENT', 'oferta.pdf'),
			body('Hola {{1}}, aquí tiene la oferta para {{2}}.', 'Lucía', 'Calle del Puerto 12'),
		],
	},
	{
		templateId: ids.viewingVideo,
		name: 'viewing_video',
		category: 'MARKETING',
		language: 'ar',
		components: [mediaHeader('VIDEO', 'tour.mp4'), body('مرحبا {{1}}، إليك جولة مصورة في المنزل.', 'خالد')],
	},
	{
		templateId: ids.openHouse,
		name: 'open_house',
		category: 'MARKETING',
		language: 'en',
		components: [
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Open house at {{1}}',
				example: { header_text: ['12 Pier Street'] },
			},
			body(
				'Hi {{1}}, come and see it on {{2}}. Coffee is on us ☕',
				'Olivia',
				'Saturday from 11:00 to 15:00',
			),
			footer,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'URL', text: 'Directions', url: 'https://harborview.example.com/directions' },
					{ type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+12125550100' },
				],
			},
		],
	},
	{
		templateId: ids.thanks,
		name: 'merci_visite',
		category: 'UTILITY',
		language: 'fr',
		components: [body('Merci de votre visite. Nous restons à votre disposition.'), footer],
	},
	{
		templateId: ids.pending,
		name: 'campanha_primavera',
		category: 'MARKETING',
		language: 'pt_BR',
		status: 'PENDING',
		components: [body('Olá {{1}}, conheça os novos imóveis da primavera.', 'João')],
	},
	{
		templateId: ids.rejected,
		name: 'flash_discount',
		category: 'MARKETING',
		language: 'en',
		status: 'REJECTED',
		components: [body('{{1}}!!! BUY NOW!!!', 'Olivia')],
	},
];

export function seedTemplates(state: WhatsAbleState): void {
	TEMPLATES.forEach((wanted, index) => {
		const template: TemplateRecord = { id: 201 + index, status: 'APPROVED', ...wanted };
		state.templates.set(template.templateId, template);
	});
}
