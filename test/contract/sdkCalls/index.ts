import type { SdkComparison } from './comparison';
import { contact } from './contact';

/** Resource -> its operations beside the official SDK. */
export const comparisons: Record<string, SdkComparison> = { contact };
