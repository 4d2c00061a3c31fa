import type { WiseAgentCase } from '../case';
import { wrongTimeout } from '../wrongValues';

export const cases: Record<string, WiseAgentCase> = {
	get: { example: { parameters: { options: {} } }, wrong: wrongTimeout(0) },
};
