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
		'Confirmar horário e esperar a resposta',
		`## Confirmar horário e esperar a resposta
Pede ao contato ${askedPhone} que confirme um horário e espera a resposta por até uma hora. Clique em **Execute workflow** e responda *1*, *sim*, *agora não* ou *talvez* [na página em que você faz o papel do contato](${url}/play#${askedPhone}).

_In English: asks a contact to confirm, and waits. Answer [as that contact](${url}/play#${askedPhone})._`,
		[
			{
				name: 'Ao clicar em Execute workflow',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{
				name: 'Perguntar e Esperar',
				type: 'n8n-nodes-wts-chat.wtsChat',
				typeVersion: 1,
				parameters: {
					resource: 'message',
					operation: 'sendAndWait',
					sendTo: 'contact',
					to: { __rl: true, mode: 'phone', value: askedPhone },
					message: 'Podemos confirmar o seu horário amanhã às 15h?',
					responseType: 'approval',
					resumeAmount: 1,
					resumeUnit: 'hours',
				},
				webhookId: 'c1b1b4d5-2b6e-4c57-9a5e-0f6a3c1d7e42',
				credentials: sandboxCredential.reference,
			},
			{
				name: 'Qual Resposta?',
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
			answer('Confirmar', 'Combinado! O seu horário está confirmado.'),
		],
		[
			{
				from: 'Qual Resposta?',
				output: 1,
				steps: [answer('Oferecer Outro Horário', 'Sem problema. Qual dia fica melhor para você?')],
			},
			{
				from: 'Qual Resposta?',
				output: 2,
				steps: [
					answer(
						'Prometer uma Pessoa',
						'Não entendi a resposta. Alguém da equipe já fala com você.',
					),
				],
			},
			{
				from: 'Qual Resposta?',
				output: 3,
				steps: [
					{
						name: 'Anotar o Silêncio',
						type: 'n8n-nodes-wts-chat.wtsChat',
						typeVersion: 1,
						parameters: {
							resource: 'sessionNote',
							operation: 'create',
							sessionId: { __rl: true, mode: 'id', value: '={{ $json.sessionId }}' },
							text: 'Não respondeu à pergunta de confirmação.',
						},
						credentials: sandboxCredential.reference,
					},
				],
			},
		],
	);
}
