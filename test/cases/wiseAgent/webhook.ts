import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { prepared } from '../prepared';
import type { WiseAgentCase } from '../case';
import { wrongLimit, wrongTimeout } from '../wrongValues';

const withWebhook = {
	prepare: ({ state }: WiseAgentSandbox) => {
		const WebhookID = state.newId('webhook');
		state.webhooks.set(String(WebhookID), {
			...{ WebhookID, EventType: 'taskUpdate', Status: 'Active' },
			Url: 'https://crm.example.com/webhook/6f1c/webhook?token=s3cr3t',
		});
		return { webhookId: String(WebhookID) };
	},
};

const common = { triggerNotice: '', options: {} };

export const cases: Record<string, WiseAgentCase> = {
	create: {
		example: {
			parameters: {
				...common,
				EventType: 'contactUpdate',
				Url: 'https://crm.example.com/wise-agent?key=a1b2c3',
			},
		},
		wrong: {
			parameters: { Url: 'crm.example.com' },
			message: '"URL" is not a web address: crm.example.com',
			field: 'Url',
		},
	},
	delete: {
		example: { ...withWebhook, parameters: { ...common, webhookId: prepared('webhookId') } },
		wrong: wrongTimeout(0),
	},
	getAll: {
		example: { ...withWebhook, parameters: { ...common, returnAll: true, limit: 50 } },
		wrong: wrongLimit(0),
	},
};
