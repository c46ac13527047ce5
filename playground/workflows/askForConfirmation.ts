import { sandboxCredential } from '../credential';
import type { Sandbox } from '../sandbox';
import { chain, type Workflow } from './workflow';

export const askForConfirmationId = 'wtsConfirmDemo01';

/** The contact of the sandbox who is asked. */
export const askedPhone = '+5511900000001';

/** Asks a contact to confirm an appointment, waits for the reply, and acts on it. */
export function askForConfirmation({ url }: Sandbox): Workflow {
	const answer = (name: string, text: string) => ({
		name,
		type: 'n8n-nodes-wts-chat.wtsChat',
		typeVersion: 1,
		parameters: {
			resource: 'message',
			operation: 'sendInSession',
			sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
			text,
		},
		credentials: sandboxCredential.reference,
	});
	return chain(
		askForConfirmationId,
		'Ask for confirmation and wait',
		`## Ask for confirmation and wait
**English:** asks the contact ${askedPhone} to confirm an appointment and waits for the reply, for an hour at most. Press **Execute workflow**, then answer *1*, *sim*, *agora não* or *talvez* on [the page where you play the contact](${url}/play).

**Português:** pede ao contato ${askedPhone} que confirme um horário e espera a resposta por até uma hora. Clique em **Execute workflow** e responda *1*, *sim*, *agora não* ou *talvez* [na página em que você faz o papel do contato](${url}/play).`,
		[
			{
				name: 'When clicking Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'Ask and Wait',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'message',
					operation: 'sendAndWait',
					sendTo: 'contact',
					to: askedPhone,
					message: 'Podemos confirmar o seu horário amanhã às 15h?',
					responseType: 'approval',
					resumeAmount: 1,
					resumeUnit: 'hours',
				},
				webhookId: 'c1b1b4d5-2b6e-4c57-9a5e-0f6a3c1d7e42',
				credentials: sandboxCredential.reference,
			},
			{
				name: 'Which Answer?',
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.2,
				parameters: {
					mode: 'expression',
					numberOutputs: 4,
					// not understood is null, and no answer at all
					output:
						'={{ !$json.replied ? 3 : $json.approved === null ? 2 : $json.approved ? 0 : 1 }}',
				},
			},
			answer('Confirm', 'Combinado! O seu horário está confirmado.'),
		],
		[
			{
				from: 'Which Answer?',
				output: 1,
				steps: [answer('Offer Another Time', 'Sem problema. Qual dia fica melhor para você?')],
			},
			{
				from: 'Which Answer?',
				output: 2,
				steps: [
					answer('Promise a Person', 'Não entendi a resposta. Alguém da equipe já fala com você.'),
				],
			},
			{
				from: 'Which Answer?',
				output: 3,
				steps: [
					{
						name: 'Note the Silence',
						type: 'n8n-nodes-wts-chat.wtsChat',
						typeVersion: 1,
						parameters: {
							resource: 'sessionNote',
							operation: 'create',
							sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
							text: 'Não respondeu ao pedido de confirmação.',
						},
						credentials: sandboxCredential.reference,
					},
				],
			},
		],
	);
}
