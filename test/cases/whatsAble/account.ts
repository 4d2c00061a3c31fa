import type { WhatsAbleCase } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases: Record<string, WhatsAbleCase> = {
	checkAccess: { example: { parameters: { options: { timeout: 10_000 } } }, wrong: wrongTimeout(0) },
	getApiUsage: { example: { parameters: { options: { timeout: 10_000 } } }, wrong: wrongTimeout(0) },
};
