import type { Resource } from '../../operations/operation';
import { getStatus } from './getStatus';
import { send } from './send';

export const otp: Resource = {
	name: 'OTP',
	value: 'otp',
	description: 'One-time password sent over WhatsApp',
	operations: [getStatus, send],
};
