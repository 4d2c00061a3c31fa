import type { WiseAgentCase } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases: Record<string, WiseAgentCase> = {
	checkAccess: {
		example: {
			prepare: ({ state }) => {
				state.webhooks.set('4711', {
					...{ WebhookID: 4711, EventType: 'taskUpdate', Status: 'Disabled' },
					Url: 'http://127.0.0.1/webhook/6f1c/webhook?token=s3cr3t',
				});
				return {};
			},
			parameters: { options: {} },
		},
		wrong: wrongTimeout(0),
	},
	getApiUsage: { example: { parameters: { options: {} } }, wrong: wrongTimeout(0) },
};
