import type { WiseAgentCase } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases: Record<string, WiseAgentCase> = {
	checkAccess: {
		example: {
			prepare: ({ state }) => {
				for (const [WebhookID, Url] of [
					[4711, 'http://127.0.0.1/webhook/6f1c/webhook?token=s3cr3t'],
					[4712, 'https://other.example.com/hook'],
				] as const) {
					state.webhooks.set(String(WebhookID), {
						...{ WebhookID, EventType: 'taskUpdate', Status: 'Active' },
						Url,
					});
				}
				return {};
			},
			parameters: { options: {} },
		},
		wrong: wrongTimeout(0),
	},
};
