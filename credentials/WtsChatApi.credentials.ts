import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { bareKey } from '../nodes/WtsChat/transport/apiKey';
import { keyRefused } from '../nodes/WtsChat/transport/sentences';

/** The credential: it signs every request with the API key of the account, whose server `baseUrl` names. */
export class WtsChatApi implements ICredentialType {
	name = 'wtsChatApi';

	displayName = 'WTS Chat API';

	icon: Icon = { light: 'file:../icons/wtsChat.svg', dark: 'file:../icons/wtsChat.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-wts-chat/n8n-nodes-wts-chat/blob/main/README.md#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. pn_0000000000000000000000',
			description:
				'Permanent key of the account. Create it in WTS Chat under Ajustes → Integrações → Integração via API → Novo.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.helena.run',
			placeholder: 'e.g. https://api.helena.run',
			description:
				'Address of the API: https://api.helena.run, https://api.wts.chat and https://api.flw.chat reach the same accounts; https://api-test.helena.run is the test environment. Partner brands may have an address of their own. Only localhost may use http.',
		},
	];

	/** A function: n8n works out an expression only while a run lasts, and the nodes tidy up after theirs. */
	authenticate: ICredentialType['authenticate'] = async ({ apiKey }, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${bareKey(String(apiKey))}` },
	});

	test: ICredentialTestRequest = {
		request: {
			// an address that would send the key unprotected, or is no host alone, is not called at all
			baseURL:
				'={{ /^(https:\\/\\/[^\\s\\/?#@]+|http:\\/\\/(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?)\\/*$/i.test($credentials.baseUrl.trim()) ? $credentials.baseUrl.trim().replace(/\\/+$/, "") : "The Base URL is https:// and the host, without a path" }}',
			url: '/core/v1/tag',
			timeout: 30_000,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: keyRefused,
				},
			},
		],
	};
}
