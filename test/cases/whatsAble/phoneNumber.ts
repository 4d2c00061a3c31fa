import type { WhatsAbleCase } from '../case';
import { listed } from '../whatsAbleFields';
import { wrongLimit } from '../wrongValues';

export const cases: Record<string, WhatsAbleCase> = {
	getAll: { example: { parameters: listed }, wrong: wrongLimit(1.5) },
};
